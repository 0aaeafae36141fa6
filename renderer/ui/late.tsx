import { type ComponentType, useEffect, useState } from 'react'

/**
 * A component that is read after the window stands; until then nothing is drawn. `read` reads it ahead. React's own `lazy` would
 * keep it back for a third of a second even when it is there.
 */
export function late<P extends object>(load: () => Promise<ComponentType<P>>) {
  let ready: ComponentType<P> | null = null
  const read = async () => {
    ready ??= await load()
    return ready
  }
  function Late(props: P) {
    const [Shown, setShown] = useState(() => ready)
    useEffect(() => {
      if (!Shown) void read().then((loaded) => setShown(() => loaded))
    }, [Shown])
    return Shown && <Shown {...props} />
  }
  return Object.assign(Late, { read })
}
