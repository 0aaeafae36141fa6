import { useEffect, useState } from 'react'
import { telling } from '../state/run.ts'

/** Milliseconds of rest before a question is asked. */
const PAUSE = 80

/** The answer to the newest question; while it is on its way, the one before. Nothing is asked for an empty query. */
export function useAnswer<T>(query: string, ask: (query: string) => Promise<T>): T | null {
  const [answer, setAnswer] = useState<T | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another query is another question.
  useEffect(() => {
    if (query.trim() === '') {
      setAnswer(null)
      return
    }
    let newest = true
    const timer = setTimeout(() => {
      void telling(() => ask(query)).then((value) => {
        if (newest) setAnswer(value)
      })
    }, PAUSE)
    return () => {
      newest = false
      clearTimeout(timer)
    }
  }, [query])
  return answer
}
