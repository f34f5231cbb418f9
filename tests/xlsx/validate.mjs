// SPDX-License-Identifier: MIT
// validate.mjs FOLDER FILE.xlsx...: what the Open XML SDK's validator, installed in FOLDER, finds in the books, as JSON:
// a list of [file, description, part and path].
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, ...files] = process.argv.slice(2);
const entry = resolve(folder, "node_modules/@ooxml-tools/validate/dist/npm/index.js");
const { default: validate } = await import(pathToFileURL(entry).href);
const found = [];
for (const file of files)
    for (const fault of await validate(new Uint8Array(readFileSync(file)), "xlsx", "Microsoft365"))
        found.push([file, fault.description, `${fault.path.partUri} ${fault.path.xpath}`]);
process.stdout.write(JSON.stringify(found), () => process.exit(0));
