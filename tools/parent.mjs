// npm stands between the person and the product. When npm is killed, its child would live on unseen: it ends with it instead.
import { readFileSync } from 'node:fs'

/** Stops this process (as Ctrl-C would) once the npm that started it is gone. Does nothing when npm did not start it. */
export function endWithParent() {
  if (!process.env.npm_lifecycle_event) return
  const chain = () => parents(process.pid).slice(0, 2).join()
  const before = chain()
  setInterval(() => {
    if (chain() !== before) process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}

/** The chain of parents as Linux tells it; elsewhere the nearest one only. */
function parents(pid) {
  try {
    const parent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
    return parent > 1 ? [parent, ...parents(parent)] : []
  } catch {
    return [process.ppid]
  }
}
