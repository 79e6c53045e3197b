import fs from 'node:fs'
import { basename, dirname, sep } from 'node:path'

/** Where a file lies, as far as saving is concerned. */
export type FilePlace = 'local' | 'network' | 'synchronised' | 'removable'

/** One line of the system's list of file systems. */
interface Mount {
  readonly device: string
  readonly folder: string
  readonly kind: string
}

const networkKinds = /^(nfs\d?|cifs|smb\d?|smbfs|ncpfs|afs|ceph|glusterfs|9p|davfs|vboxsf|vmhgfs|fuse\..+)$/
/** File systems of ordinary programs that lie on this computer all the same. */
const localKinds = /^fuse\.(encfs|gocryptfs|cryfs|veracrypt|exfat|ntfs(-3g)?|fuseblk|bindfs|mergerfs|portal)$/

/** `\\server\share`, and the long form of the same. */
const isShareOfWindows = /^\\\\(?![.?]\\)|^\\\\[.?]\\UNC\\/i

const isNetwork = (kind: string) => networkKinds.test(kind) && !localKinds.test(kind)

/** What the usual programs call the folder they keep in step with a server; some add an account's name. */
const synchronisedFolders = [
  /^onedrive( - .+)?$/i,
  /^dropbox( \(.+\))?$/i,
  /^google ?drive( \(.+\))?$/i,
  /^my drive$/i,
  /^drive saya$/i,
  /^nextcloud\d*$/i,
  /^owncloud$/i,
  /^icloud ?drive$/i,
  /^mega(sync)?$/i,
  /^pcloud ?drive$/i,
  /^syncthing$/i,
]

/**
 * Where the file lies. On Linux by the list of file systems; elsewhere by the names of its folders, and on Windows by the
 * two backslashes of a share.
 * @param path the real path of the file
 */
export function placeOf(path: string): FilePlace {
  return placeAmong(path, process.platform === 'linux' ? mountsOf(readText('/proc/self/mounts')) : [], isRemovable)
}

/**
 * The same question with the answers of the system as arguments.
 * @param removable whether the disk behind a device can be pulled out
 * @example placeAmong('/srv/a.timbang', mountsOf('nas:/a /srv nfs4 rw 0 0'), () => false) // 'network'
 */
export function placeAmong(path: string, mounts: readonly Mount[], removable: (device: string) => boolean): FilePlace {
  const mount = mounts.filter(({ folder }) => isUnder(path, folder)).reduce(longer, undefined)
  if (isShareOfWindows.test(path) || isNetwork(mount?.kind ?? '')) return 'network'
  const folders = path.split(/[/\\]/).slice(0, -1)
  if (folders.some((folder) => synchronisedFolders.some((name) => name.test(folder)))) return 'synchronised'
  return mount !== undefined && removable(mount.device) ? 'removable' : 'local'
}

/** Reads `/proc/self/mounts`; blanks in a path stand there as `\040`. */
export function mountsOf(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const [device, folder, kind] = line.split(' ').map(unescaped)
    return device === undefined || folder === undefined || kind === undefined ? [] : [{ device, folder, kind }]
  })
}

const unescaped = (word: string) =>
  word.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))

const isUnder = (path: string, folder: string) =>
  folder === sep || path === folder || path.startsWith(`${folder}${sep}`)

/** The deepest file system holds the file; of two in the same place the later one hides the earlier. */
const longer = (best: Mount | undefined, next: Mount) =>
  best === undefined || next.folder.length >= best.folder.length ? next : best

/** Linux says it of the whole disk, `sdb`, whose part `sdb1` lies inside. */
function isRemovable(device: string): boolean {
  if (!device.startsWith('/dev/')) return false
  try {
    const folder = fs.realpathSync(`/sys/class/block/${basename(fs.realpathSync(device))}`)
    return [folder, dirname(folder)].some((disk) => readText(`${disk}/removable`).trim() === '1')
  } catch {
    return false
  }
}

function readText(path: string): string {
  try {
    return fs.readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
