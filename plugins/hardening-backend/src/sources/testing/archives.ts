// SPDX-License-Identifier: Apache-2.0
import { crc32, gzipSync } from 'node:zlib';

/** An entry of an archive. */
export interface Entry {
  readonly path: string;
  readonly content?: string | Buffer;
  /** Where it is a symbolic link: what it says. */
  readonly link?: string;
  readonly isFolder?: boolean;
}

/** A tar archive as hosts make them: everything in one folder. */
export function tarOf(entries: readonly Entry[], folder = 'r-0123'): Buffer {
  const blocks = entries.flatMap(({ path, content = '', link, isFolder }) => {
    const body = Buffer.from(link === undefined ? content : '');
    const type = link === undefined ? FILE_TYPES[Number(isFolder ?? 0)]! : '2';
    const header = Buffer.alloc(512);
    header.write(`${folder}/${path}`, 0, 100);
    header.write('0000644\0', 100);
    header.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('00000000000\0', 136);
    header.write('        ', 148);
    header.write(type, 156);
    header.write(link ?? '', 157, 100);
    header.write('ustar\0', 257);
    header.write('00', 263);
    const sum = header.reduce((so, byte) => so + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    const padding = Buffer.alloc((512 - (body.length % 512)) % 512);
    return [header, body, padding];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

const FILE_TYPES = ['0', '5'];

/** The same, compressed. */
export function tarballOf(entries: readonly Entry[]): Buffer {
  return gzipSync(tarOf(entries));
}

/** A zip archive, nothing in it compressed. */
export function zipOf(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { path, content = '', link } of entries) {
    const name = Buffer.from(path);
    const body = Buffer.from(link ?? content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(body), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(body.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04', 'latin1'),
      common,
      name,
      body,
    ]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(link === undefined ? 0 : (0o120777 << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    centrals.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02\x14\x03', 'latin1'),
        common,
        rest,
        name,
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}
