import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Content, Contents } from '../../build/bench/content/content.ts'
import { agreement, agreements, nodesOf, textsOf } from '../../build/bench/content/plans.ts'
import { vocabulary } from '../../build/bench/content/words.ts'
import { exportFigures } from '../../build/bench/figures/export.ts'
import { measurements } from '../../build/bench/figures/index.ts'
import { figure, measureProgram, median, percentile } from '../../build/bench/harness.ts'
import { tableOf } from '../../build/bench/table.ts'
import { isTask, type Prepare, tasks } from '../../build/bench/tasks/index.ts'

/** Times are nobody's business here: a test that fails on a busy machine tells nothing. */

const folder = mkdtempSync(join(tmpdir(), 'planvaerk-bench-test-'))
const contents = new Contents(folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('what is measured', () => {
  it.each([
    'export-8',
    'export-100',
    'export-1000',
    'export-1000-templater',
    'open-10k',
    'open-100k',
    'command-100k',
    'save-100k',
    'search-100k',
    'merge-10k',
  ])('%s has its measurement', (name) => {
    expect(measurements.map((measurement) => measurement.name)).toContain(name)
  })

  it('refuses a name that it does not know, and says which there are', () => {
    const run = spawnSync(process.execPath, [script('run.ts'), 'no-such'], { encoding: 'utf8' })
    expect(run.status).toBe(2)
    expect(run.stderr).toContain('export-1000-templater')
  })
})

describe('the invented content', () => {
  it('is the same each time', () => {
    expect(agreement(3, 1)).toEqual(agreement(3, 1))
    expect(agreement(3, 1)).not.toEqual(agreement(3, 2))
  })

  it('has a table for each number asked for', () => {
    const [coordinated, own] = agreement(16).outline.slice(-2)
    expect([coordinated?.children.length, own?.children.length]).toEqual([4, 12])
  })

  it('has about the nodes asked for, and a little more texts than nodes', () => {
    const plans = [...agreements(1000)]
    const nodes = plans.reduce((sum, plan) => sum + nodesOf(plan.outline), 0)
    const texts = plans.reduce((sum, plan) => sum + textsOf(plan.outline), 0)
    expect(nodes).toBeGreaterThanOrEqual(1000)
    expect(nodes).toBeLessThan(1250)
    expect(texts / nodes).toBeGreaterThan(1.1)
    expect(texts / nodes).toBeLessThan(1.4)
  })

  it('uses common words often and goes on using new ones', () => {
    const words =
      JSON.stringify([...agreements(2000)].map(({ outline }) => outline)).match(/[a-zæøå]{4,}/g) ?? []
    const counts = Map.groupBy(words, (word) => word)
    const once = [...counts.values()].filter((uses) => uses.length === 1)
    expect(counts.size).toBeGreaterThan(words.length / 50)
    expect(once.length).toBeGreaterThan(counts.size / 4)
    expect(counts.size).toBeLessThan(words.length / 5)
  })
})

describe('each task', () => {
  let content: Content
  beforeAll(() => {
    content = contents.workbook(100)
  })

  it.each(Object.keys(tasks))('%s does its work on a small workbook', async (name) => {
    if (!isTask(name)) throw new Error(name)
    const prepare: Prepare = await tasks[name]()
    const part = vocabulary.stems.find((stem) => readFileSync(content.json, 'utf8').includes(stem)) ?? ''
    const words = name === 'search' || name === 'trigram' ? [part] : []
    const task = await prepare(content.folder, ...words)
    expect(await task.round()).toBeGreaterThan(0)
    task.end?.()
  })

  it('says what its workbook holds', () => {
    expect(content.about).toMatch(
      /^nodes-100: 1 agreements, \d+ nodes, \d+ texts; workbook .* MB, JSON .* MB; seed \d+$/,
    )
  })
})

describe('the documents that are compared', () => {
  it('hold the same words, ours and the templater’s', async () => {
    const { folder: place } = contents.agreement(2)
    for (const name of ['export', 'templater'] as const) {
      const prepare: Prepare = await tasks[name]()
      const task = await prepare(place)
      await task.round()
      task.end?.()
    }
    const [ours, templaters] = ['ours.docx', 'templater.docx'].map((file) => wordsIn(join(place, file)))
    const missing = [...(templaters ?? [])].filter((word) => !ours?.has(word))
    expect(templaters?.size).toBeGreaterThan(200)
    expect(missing).toEqual([])
  })
})

describe('the harness', () => {
  it.each([
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 3, 2], 0.5, 2],
    [Array.from({ length: 200 }, (_, index) => index + 1), 0.95, 190],
    [[7], 0.95, 7],
  ])('of %j, %d are within %d', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected)
  })

  it('has no median of nothing', () => {
    expect(() => median([])).toThrow('nothing was measured')
  })

  it('reports a program that is not installed as missing', async () => {
    expect(await measureProgram('planvaerk-no-such-program', [])).toBeNull()
    const missing = figure('x', 'ms', 12, { name: 'no-such', value: null })
    expect(missing).toEqual({
      name: 'x',
      unit: 'ms',
      ours: 12,
      peer: null,
      peerName: 'no-such (missing)',
      ratio: null,
    })
    expect(tableOf([missing])).toContain('missing')
  })

  it('prints a line for each figure', () => {
    const lines = tableOf([figure('search', 'ms', 2, { name: 'peer', value: 8 })]).split('\n')
    expect(lines[1]).toMatch(/^search +ms +2\.00 +8\.00 +0\.250 +peer$/)
  })

  it('measures ours and the peer, time and memory, each in a process of its own', async () => {
    const figures = await exportFigures(1).figures(contents)
    expect(figures.map(({ name, unit }) => `${name} ${unit}`)).toEqual(['export-1 ms', 'export-1-memory MB'])
    for (const { ours, peer, peerName, ratio } of figures) {
      expect(ours).toBeGreaterThan(0)
      expect(peerName).toMatch(/^pandoc/)
      if (peer === null) expect([peerName, ratio]).toEqual(['pandoc (missing)', null])
      else expect(ratio).toBeCloseTo(ours / peer, 2)
    }
  })
})

function script(name: string): string {
  return fileURLToPath(new URL(`../../build/bench/${name}`, import.meta.url))
}

function wordsIn(docx: string): ReadonlySet<string> {
  const xml = strFromU8(unzipSync(readFileSync(docx))['word/document.xml'] ?? new Uint8Array())
  const text = xml.replaceAll(/<\/w:p>/g, ' ').replaceAll(/<[^>]*>/g, '')
  return new Set(text.match(/\p{L}+/gu) ?? [])
}
