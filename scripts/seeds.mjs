// Checks the lexicons under seeds/ against seeds/lexicons.schema.json; used by the build and by `npm run seeds`.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Throws with one line for each entry that does not fit. */
export async function checkSeeds() {
	const schema = JSON.parse(readFileSync(path.join(root, 'seeds/lexicons.schema.json'), 'utf8'));
	const ajv = new Ajv.default({ allErrors: true, strict: true });
	ajv.addSchema(schema, 'lexicons');
	const problems = [];
	for (const name of readdirSync(path.join(root, 'seeds/lexicons'))) {
		const family = path.basename(name, '.json');
		const validate = ajv.getSchema(`lexicons#/$defs/${family}`);
		if (!validate) {
			problems.push(`${name}: no schema under $defs/${family}`);
			continue;
		}
		let data;
		try {
			data = JSON.parse(readFileSync(path.join(root, 'seeds/lexicons', name), 'utf8'));
		} catch (error) {
			problems.push(`${name}: ${error.message}`);
			continue;
		}
		if (!validate(data)) problems.push(...validate.errors.map(e => `${name}${e.instancePath}: ${e.message}`));
	}
	if (problems.length > 0) throw new Error(`seeds do not fit their schema:\n  ${problems.join('\n  ')}`);
}
