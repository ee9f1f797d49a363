/**
 * Names that programs which make or remake pictures write into their files, as data: an agency may
 * add to it. A name in a field anybody can write proves nothing by itself; it is shown as what it
 * is. From the makers' own documentation and from files they make, as of 2026.
 */

/** Keys of text chunks in a PNG. */
export const TEXT_KEYS: Readonly<Record<string, string>> = {
  parameters: 'Stable Diffusion web UI',
  prompt: 'ComfyUI',
  workflow: 'ComfyUI',
  'sd-metadata': 'InvokeAI',
  invokeai_metadata: 'InvokeAI',
  invokeai_graph: 'InvokeAI',
  invokeai_workflow: 'InvokeAI',
  Dream: 'InvokeAI',
  fooocus_scheme: 'Fooocus',
  generation_data: 'TensorArt',
  dream_metadata: 'Stable Diffusion',
}

/** What such programs leave in a text, whatever it is called: sampler settings, job numbers. */
export const TEXT_PATTERNS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Stable Diffusion web UI', /\bSteps: \d{1,4}, Sampler: [\w+. ]{1,40},/],
  ['Midjourney', /\bJob ID: [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/],
  ['ComfyUI', /"class_type"\s*:\s*"(?:KSampler|CheckpointLoader)/],
]

/** In the fields that name software, credit or maker. */
export const SOFTWARE: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Stable Diffusion', /\bstable[ -]?diffusion\b|\bsdxl\b/i],
  ['Midjourney', /\bmidjourney\b/i],
  ['DALL-E', /\bdall[-·. ]?e\b/i],
  ['OpenAI', /\bopenai\b|\bchatgpt\b|\bgpt-4o\b|\bgpt-image\b|\bsora\b/i],
  ['Adobe Firefly', /\bfirefly\b/i],
  [
    'Google AI',
    /\bmade with google ai\b|\bedited with google ai\b|\bgoogle generative ai\b|\bimagen\b|\bgemini\b/i,
  ],
  ['NovelAI', /\bnovel ?ai\b/i],
  ['ComfyUI', /\bcomfyui\b/i],
  ['InvokeAI', /\binvoke ?ai\b/i],
  ['Fooocus', /\bfooocus\b/i],
  ['Draw Things', /\bdraw things\b/i],
  ['DiffusionBee', /\bdiffusionbee\b/i],
  ['FLUX', /\bflux\.?1\b|\bblack forest labs\b/i],
  ['Ideogram', /\bideogram(?:\.ai)?\b/i],
  ['Leonardo', /\bleonardo\.?ai\b/i],
  ['Bing Image Creator', /\bbing image creator\b|\bmicrosoft designer\b/i],
  ['Grok', /\bgrok\b|\bx\.ai\b/i],
  ['Meta AI', /\bmeta ai\b|\bimagined with ai\b/i],
  ['Runway', /\brunway ?ml\b|\brunway gen\b/i],
  ['Kling', /\bkling ?ai\b/i],
  ['Luma', /\bluma ?(?:ai|labs)\b|\bdream machine\b/i],
  ['Pika', /\bpika ?labs\b/i],
  ['Veo', /\bgoogle veo\b|\bveo [23]\b/i],
  ['FaceApp', /\bfaceapp\b/i],
  ['Reface', /\breface ?(?:app|ai)?\b/i],
  ['FaceSwap', /\bface ?swap\b/i],
  ['DeepFaceLab', /\bdeepfacelab\b/i],
  ['roop', /\broop\b|\bfacefusion\b/i],
  ['Remini', /\bremini\b/i],
]

/**
 * IPTC's digital source types for what a trained model made, wholly or in part.
 * http://cv.iptc.org/newscodes/digitalsourcetype/
 */
export const SOURCE_TYPES: ReadonlySet<string> = new Set([
  'trainedAlgorithmicMedia',
  'compositeWithTrainedAlgorithmicMedia',
  'algorithmicMedia',
  'compositeSynthetic',
])

export const softwareIn = (text: string): string | undefined =>
  SOFTWARE.find(([, pattern]) => pattern.test(text))?.[0]
