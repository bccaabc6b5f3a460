/** The seeds on a machine with files: lexicons are bundled, weights stand beside the bundle. For Node entries and tests. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Resources } from './analysis';
import { lexicons } from './lexicons';
import { modelFiles } from './models';

/** The project's folder, where the build sets it: tests and scripts run from other places than `dist`. */
declare const __PROJECT__: string | undefined;

const folder = path.join(typeof __PROJECT__ === 'string' ? __PROJECT__ : path.join(__dirname, '..'), 'seeds/models');
const read = (name: string): Uint8Array => readFileSync(path.join(folder, name));

/** Throws on import where a file is missing: the package is broken. */
export const resources: Resources = {
	lexicons,
	models: {
		wordClasses: read(modelFiles.wordClasses),
		partOfSpeech: read(modelFiles.partOfSpeech),
		attribution: read(modelFiles.attribution),
	},
};
