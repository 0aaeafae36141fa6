import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeWorkingFolder } from '../../../db/file/working-folder.ts'
import { mayMount } from '../../support/disks.ts'
import { temporaryFolder } from '../../support/folders.ts'
import { buildWorkingCopy } from '../../support/workbook-builder.ts'

/**
 * Saving to disks in trouble. The disks are mounted in a mount namespace of their own, which ends with the
 * test's child; where that is not allowed, the tests are skipped.
 */

let root: string
let work: string
let disk: string
beforeAll(() => {
  root = temporaryFolder()
  work = makeWorkingFolder(join(root, 'work'))
  disk = makeWorkingFolder(join(root, 'disk'))
  buildWorkingCopy(work, 300).db.close()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/**
 * Runs shell commands where `$disk`, `$target` and `$publish` are what they say; answers with what they wrote.
 */
function run(commands: string): string {
  const target = join(disk, 'plan.sqlite')
  const env = {
    ...process.env,
    disk,
    target,
    publish: `${process.execPath} tests/support/publish-child.ts ${work} ${target}`,
  }
  return execFileSync('unshare', ['--mount', 'sh', '-e', '-c', commands], { env, encoding: 'utf8' })
}

describe.skipIf(!mayMount)('saving', () => {
  const old = 'printf old > $target'
  const after = 'echo; cat $target; echo; ls -A $disk'

  test('to a disk that is full leaves the file as it was', () => {
    const said = run(`mount -t tmpfs -o size=200k tmpfs $disk; ${old}; $publish; ${after}`)
    expect(said).toBe('disk.full\nold\nplan.sqlite\n')
  })

  test('with a working folder on a full disk leaves the file as it was', () => {
    const said = run(
      `mount -t tmpfs -o size=9m tmpfs $disk; mkdir $disk/w; cp ${work}/* $disk/w
       room=$(df --output=avail -k $disk | tail -1); head -c $((room - 150))k /dev/zero > $disk/rest
       ${process.execPath} tests/support/publish-child.ts $disk/w ${root}/plan.sqlite; echo; ls -A ${root}`,
    )
    expect(said).toBe('disk.full\ndisk\nwork\n')
  })

  test('to a disk that cannot be written leaves the file as it was', () => {
    const said = run(`mount -t tmpfs tmpfs $disk; ${old}; mount -o remount,ro $disk; $publish; ${after}`)
    expect(said).toBe('disk.read-only\nold\nplan.sqlite\n')
  })

  test('over a file that its owner protected leaves the file as it was', () => {
    const nobody = 'setpriv --reuid=65534 --regid=65534 --clear-groups'
    const said = run(
      `mount -t tmpfs tmpfs $disk; cp -r ${work} $disk/work; ${old}; chmod 444 $target; chown -R nobody $disk
       chmod 711 ${root} ${root}/disk; ${nobody} ${process.execPath} tests/support/publish-child.ts $disk/work $target
       rm -r $disk/work; ${after}`,
    )
    expect(said).toBe('disk.read-only\nold\nplan.sqlite\n')
  })

  // A file that is a mount point cannot be renamed over: the same EBUSY as a file that a virus scanner holds.
  const held = `mount -t tmpfs tmpfs $disk; ${old}; cp $target ${'$'}{disk}2; mount --bind ${'$'}{disk}2 $target`

  test('over a file that another program holds gives up after a while', () => {
    expect(run(`${held}; $publish 300; ${after}`)).toBe('disk.file-in-use\nold\nplan.sqlite\n')
  })

  test('over a file that another program holds succeeds when it lets go', () => {
    const said = run(
      `${held}; (sleep 1; umount $target) & $publish 20000; wait; echo; head -c 15 $target; echo; ls -A $disk`,
    )
    expect(said).toBe('published\nSQLite format 3\nplan.sqlite\n')
  })
})
