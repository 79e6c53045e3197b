import { describe, expect, it } from 'vitest'
import { mountsOf, placeAmong, placeOf } from '#data/store/file-place.ts'

const mounts = mountsOf(
  [
    '/dev/sda2 / ext4 rw,relatime 0 0',
    'nas:/vol1 /srv/bersama nfs4 rw 0 0',
    '//server/bagian /media/bagian\\040umum cifs rw 0 0',
    'me@host:/home /home/ani/jauh fuse.sshfs rw 0 0',
    'remote: /home/ani/awan fuse.rclone rw 0 0',
    'share /mnt/host 9p rw 0 0',
    'gocryptfs /home/ani/rahasia fuse.gocryptfs rw 0 0',
    '/dev/sdb1 /media/ani/FLASHDISK vfat rw 0 0',
    '/dev/sdc1 /srv/bersama/lokal ext4 rw 0 0',
  ].join('\n'),
)
const place = (path: string) => placeAmong(path, mounts, (device) => device === '/dev/sdb1')

describe('where a file lies', () => {
  it.each([
    ['/home/ani/a.timbang', 'local'],
    ['/srv/bersama/a.timbang', 'network'],
    ['/srv/bersamaku/a.timbang', 'local'],
    ['/media/bagian umum/2026/a.timbang', 'network'],
    ['/home/ani/jauh/a.timbang', 'network'],
    ['/home/ani/awan/OneDrive/a.timbang', 'network'],
    ['/mnt/host/a.timbang', 'network'],
    ['/home/ani/rahasia/a.timbang', 'local'],
    ['/srv/bersama/lokal/a.timbang', 'local'],
    ['/media/ani/FLASHDISK/a.timbang', 'removable'],
    ['/media/ani/FLASHDISK/Dropbox/a.timbang', 'synchronised'],
    ['/home/ani/Nextcloud/rapat/a.timbang', 'synchronised'],
    ['/home/ani/OneDrive - Kabupaten Sagara/a.timbang', 'synchronised'],
    ['/home/ani/Google Drive/a.timbang', 'synchronised'],
    ['/home/ani/Dropbox.timbang', 'local'],
    ['C:\\Users\\Ani\\OneDrive\\a.timbang', 'synchronised'],
    ['C:\\Users\\Ani\\Documents\\a.timbang', 'local'],
    ['\\\\server\\bagian\\a.timbang', 'network'],
    ['\\\\?\\UNC\\server\\bagian\\a.timbang', 'network'],
    ['\\\\?\\C:\\Users\\a.timbang', 'local'],
  ])('%s: %s', (path, expected) => {
    expect(place(path)).toBe(expected)
  })

  it('of two file systems in one place the later one counts', () => {
    const twice = mountsOf('/dev/sda2 /srv ext4 rw 0 0\nnas:/a /srv nfs rw 0 0')
    expect(placeAmong('/srv/a.timbang', twice, () => false)).toBe('network')
  })

  it('answers for a real path of this computer', () => {
    expect(['local', 'network', 'synchronised', 'removable']).toContain(placeOf(import.meta.filename))
  })
})
