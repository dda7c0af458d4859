'use client'
import { useEffect, type ReactNode } from 'react'
import { removeLeft } from './leave'

/** Tidies up behind windows of articles that were closed. */
export const RemoveLeft = ({ children }: { children: ReactNode }) => {
  useEffect(removeLeft, [])
  return children
}
