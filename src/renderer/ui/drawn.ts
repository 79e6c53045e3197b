const longestWait = 500

/** Resolves when what was just put on the screen has been drawn and the page has nothing else to do; hidden, after half a second. */
export async function drawn(): Promise<void> {
  await Promise.race([frame().then(frame), new Promise((resolve) => setTimeout(resolve, longestWait))])
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: longestWait }))
}

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
