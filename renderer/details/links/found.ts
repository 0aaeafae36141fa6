import { useEffect, useState } from 'react'
import { create } from 'zustand'
import type { LinkKind } from '../../../db/model/records.ts'
import type { FoundNode, LinkTarget } from '../../../preload/contract.ts'
import { request } from '../../state/client.ts'
import { telling } from '../../state/run.ts'

/** What a link of each kind leads to. */
export const linkTargets = { contributesTo: 'indsats', realises: 'goal' } as const satisfies Record<
  LinkKind,
  string
>

/**
 * Nodes of other plans that were found by typing. The mirror learns of the nodes that links lead to when a plan is opened; those
 * that were chosen since stand here.
 */
const useFound = create<{ readonly found: ReadonlyMap<string, LinkTarget> }>(() => ({ found: new Map() }))

const rememberFound = (nodes: readonly FoundNode[]): void =>
  useFound.setState(({ found }) => ({
    found: new Map([...found, ...nodes.map((node) => [node.id, node] as const)]),
  }))

export const useFoundTargets = (): ReadonlyMap<string, LinkTarget> => useFound(({ found }) => found)

/** Milliseconds of quiet before it is asked. */
const PAUSE = 150
const MOST = 12

/** Nodes that a link of the kind may lead to and that the typed words find; in all plans. */
export function useFoundNodes(kind: LinkKind, query: string): readonly FoundNode[] {
  const [answer, setAnswer] = useState<{ readonly query: string; readonly nodes: readonly FoundNode[] }>()
  const wanted = query.trim()
  useEffect(() => {
    if (wanted === '') return
    let current = true
    const ask = async () => {
      const input = { query: wanted, types: [linkTargets[kind]], planId: null, limit: MOST }
      const nodes = await telling(() => request('nodes.find', input))
      if (!current || nodes === null) return
      rememberFound(nodes)
      setAnswer({ query: wanted, nodes })
    }
    const timer = setTimeout(() => void ask(), PAUSE)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [kind, wanted])
  return wanted === '' ? [] : (answer?.nodes ?? [])
}
