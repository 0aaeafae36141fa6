import { useEffect, useState } from 'react'
import type { PacketChoices, SentPacket } from '../../db/model/packet.ts'
import { request } from '../state/client.ts'
import { telling } from '../state/run.ts'

/** What a packet for the unit could hold; null while it is asked for, and for no unit. */
export function useChoices(unitId: string): PacketChoices | null {
  const [known, setKnown] = useState<{ readonly unitId: string; readonly choices: PacketChoices } | null>(
    null,
  )
  useEffect(() => {
    if (unitId === '') return
    let wanted = true
    void telling(() => request('packet.choices', { unitId })).then((choices) => {
      if (wanted && choices) setKnown({ unitId, choices })
    })
    return () => {
      wanted = false
    }
  }, [unitId])
  return known?.unitId === unitId ? known.choices : null
}

/** The packets that were sent; asked for again when `written` changes. */
export function useSent(written: string | null): readonly SentPacket[] {
  const [sent, setSent] = useState<readonly SentPacket[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a packet that was written makes the answer old.
  useEffect(() => {
    let wanted = true
    void telling(() => request('packet.list', null)).then((answer) => {
      if (wanted && answer) setSent(answer)
    })
    return () => {
      wanted = false
    }
  }, [written])
  return sent
}
