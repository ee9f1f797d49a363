import { ActionIcon, type ActionIconProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react'

type Props = ActionIconProps &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ActionIconProps> & {
    readonly ref?: Ref<HTMLAnchorElement>
  }

const IconAnchor = (props: Props): ReactNode => <ActionIcon component="a" {...props} />

/** An icon that leads to another place of the page. */
export const LinkIcon = createLink(IconAnchor)
