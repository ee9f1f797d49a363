import { Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react'

type Props = ButtonProps &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps> & { readonly ref?: Ref<HTMLAnchorElement> }

const ButtonAnchor = (props: Props): ReactNode => <Button component="a" {...props} />

/** Words in the shape of a button that lead to another place of the page. */
export const LinkButton = createLink(ButtonAnchor)
