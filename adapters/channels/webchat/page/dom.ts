/** Small helpers; nothing on this page is ever built from a string of markup. */

export const byId = <K extends keyof HTMLElementTagNameMap>(tag: K, id: string): HTMLElementTagNameMap[K] => {
  const found = document.querySelector<HTMLElementTagNameMap[K]>(`${tag}#${id}`)
  if (found === null) throw new Error('the page is incomplete')
  return found
}

export const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const node = document.createElement(tag)
  if (className !== '') node.className = className
  node.append(...children)
  return node
}

export const makeButton = (className: string, label: string, press: () => void): HTMLButtonElement => {
  const button = make('button', className, label)
  button.type = 'button'
  button.addEventListener('click', press)
  return button
}

export const clear = (node: Node): void => {
  while (node.firstChild !== null) node.removeChild(node.firstChild)
}

/** Changes nothing where nothing changes, so that screen readers do not read it again. */
export const setShown = (node: HTMLElement, shown: boolean): void => {
  if (node.hidden === shown) node.hidden = !shown
}

export const setText = (node: HTMLElement, text: string): void => {
  if (node.textContent !== text) node.textContent = text
}

const SVG = 'http://www.w3.org/2000/svg'

const SHAPES = {
  photo: 'M4 5h16v14H4zM4 16l5-5 4 4 2.5-2.5L20 17M15.5 9.5h.01',
  video: 'M3 6h12v12H3zM15 10l6-3v10l-6-3',
  sound: 'M4 10v4M8 7v10M12 4v16M16 7v10M20 10v4',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
}

/** Pictures and recordings are never shown, only what kind they are: somebody may look over the shoulder. */
export const makeIcon = (kind: string): SVGSVGElement => {
  const svg = document.createElementNS(SVG, 'svg')
  const path = document.createElementNS(SVG, 'path')
  const shape =
    kind === 'photo'
      ? 'photo'
      : kind === 'video'
        ? 'video'
        : kind === 'voice' || kind === 'audio'
          ? 'sound'
          : 'file'
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  path.setAttribute('d', SHAPES[shape])
  svg.append(path)
  return svg
}
