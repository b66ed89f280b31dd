// SPDX-License-Identifier: Apache-2.0

const path = require('node:path');

/**
 * Keeps the order of a package's folders: an import goes down a floor, or stays
 * in its own folder. Folders on one floor do not know each other.
 *
 * Options: `src`, where the folders are; `floors`, their names from the ground
 * up; `apart`, folders whose own folders see of each other only the files named
 * after them: of `yaml`, `yaml.ts` and `parseYaml.ts`.
 *
 * Relative imports carry their extension here, so the path alone says where one
 * goes: nothing has to be resolved, or to exist.
 */
module.exports = {
  meta: { type: 'problem', schema: [{ type: 'object' }] },
  create(context) {
    const { src, floors, apart = [] } = context.options[0];
    const here = locate(context.filename);
    const isTest = context.filename.endsWith('.test.ts');

    /** A place is a folder of `src`, or a file right in it. */
    function locate(file) {
      const [first, ...rest] = path.relative(src, file).split(path.sep);
      const place = rest.length > 0 ? first : first.replace(/\..*/, '');
      const floor = floors.findIndex(places => places.includes(place));
      return { place, rest, floor };
    }

    /** What is wrong with an import, if anything. */
    function complaint(there) {
      if (there.floor === -1) return `${there.place} has no floor.`;
      if (there.place === here.place) return complaintWithin(there);
      if (there.floor < here.floor) return undefined;
      if (isTest && there.place === 'testing') return undefined;
      return (
        `${here.place} (floor ${here.floor + 1}) must not import ` +
        `${there.place} (floor ${there.floor + 1}): ` +
        'an import goes down, or stays in its folder.'
      );
    }

    function complaintWithin({ place, rest }) {
      const inFolders = here.rest.length > 1 && rest.length > 1;
      if (!apart.includes(place) || !inFolders) return undefined;
      const [folder, ...inner] = rest;
      if (folder === here.rest[0]) return undefined;
      const door = new RegExp(`^(parse)?${folder}\\.ts$`, 'i');
      if (door.test(inner.join('/'))) return undefined;
      return `Of ${place}/${folder}, others see ${folder}.ts and parse….ts alone.`;
    }

    function check(source) {
      if (typeof source?.value !== 'string') return;
      if (!source.value.startsWith('.')) return;
      const folder = path.dirname(context.filename);
      const message = complaint(locate(path.resolve(folder, source.value)));
      if (message) context.report({ node: source, message });
    }

    return {
      Program(node) {
        if (here.floor >= 0) return;
        context.report({ node, message: `${here.place} has no floor.` });
      },
      ImportDeclaration: node => check(node.source),
      ExportNamedDeclaration: node => check(node.source),
      ExportAllDeclaration: node => check(node.source),
      ImportExpression: node => check(node.source),
      TSImportType: node => check(node.source),
    };
  },
};
