// Writes what is declared once elsewhere: from the rules docs/rules/*.md, their settings in package.json and in
// seeds/config.schema.json; from sources, rules and lexicons l10n/bundle.l10n.json, the texts that are shown; and puts
// package.nls.json into the manifest's order. `--check` writes too, and exits 1 if anything had to be written.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { alias } from './lib/bundling.mjs';
import { stringsIn, textsOf } from './lib/strings.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const { rules, genreNames, genreSeverity, phraseLexicons } = await loadRules();
const seedsSchema = JSON.parse(readFileSync(path.join(root, 'seeds/lexicons.schema.json'), 'utf8'));
const changed = [];
for (const rule of rules) write(`docs/rules/${rule.id}.md`, page(rule));
write('docs/rules/README.md', table());
for (const name of readdirSync(path.join(root, 'docs/rules'))) {
	if (name === 'README.md' || rules.some(rule => `${rule.id}.md` === name)) continue;
	rmSync(path.join(root, 'docs/rules', name));
	changed.push(`docs/rules/${name}`);
}
writeJson('package.json', manifest => {
	const sections = [manifest.contributes?.configuration].flat().filter(Boolean);
	const setting = sections.map(section => section.properties?.['sourceCritic.rules']).find(Boolean);
	if (setting) setting.properties = ruleProperties(rule => ({ markdownDescription: `%${nlsKey(rule)}%` }));
});
writeJson('package.nls.json', texts => {
	for (const key of Object.keys(texts)) if (key.startsWith(nlsKey({ id: '' }))) delete texts[key];
	for (const rule of rules) texts[nlsKey(rule)] = rule.summary;
	inOrderOf(readFileSync(path.join(root, 'package.json'), 'utf8'), texts);
});
writeJson('seeds/config.schema.json', schema => {
	const holder = schema.$defs?.rules ?? schema.definitions?.rules ?? schema.properties?.rules;
	if (holder) holder.properties = ruleProperties(rule => ({ description: rule.summary }));
	if (schema.definitions?.lexicon) schema.definitions.lexicon.properties = lexiconProperties();
});
write('l10n/bundle.l10n.json', `${JSON.stringify(bundle(), null, '\t')}\n`);

for (const file of changed) console.log(`written: ${file}`);
if (process.argv.includes('--check') && changed.length > 0) process.exit(1);

function ruleProperties(described) {
	return Object.fromEntries(
		rules.map(rule => [
			rule.id,
			{
				enum: ['off', 'hint', 'information', 'warning', 'error'],
				default: rule.defaultOn ? rule.severity : 'off',
				...described(rule),
			},
		]),
	);
}

/** The key of a rule's summary among the manifest's texts. */
function nlsKey({ id }) {
	return `setting.rules.${id}`;
}

/** Puts the manifest's texts into the order in which it names them; those that it does not name come first. */
function inOrderOf(manifest, texts) {
	const place = ([key]) => manifest.indexOf(`"%${key}%"`);
	const sorted = Object.entries(texts).sort((one, other) => place(one) - place(other));
	for (const [key, text] of sorted) {
		delete texts[key];
		texts[key] = text;
	}
}

/** All texts that are shown: those of the sources, and what rules and lexicons say. */
function bundle() {
	const lexicons = readdirSync(path.join(root, 'seeds/lexicons')).map(name =>
		JSON.parse(readFileSync(path.join(root, 'seeds/lexicons', name), 'utf8')),
	);
	const entries = lexicons.filter(Array.isArray).flat();
	const shown = { ...stringsIn(['client/src', 'server/src']), ...textsOf(rules), ...textsOf(entries) };
	return Object.fromEntries(Object.entries(shown).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The house's lexicon: each field is what the seeds' schema says it is; of a house no example sentences are required. */
function lexiconProperties() {
	const families = [
		...Object.keys(phraseLexicons).map(name => [name, ['pattern']]),
		['reporting-verbs', ['lemma', 'implies']],
	];
	return {
		...Object.fromEntries(families.map(([name, required]) => [name, entries(name, required)])),
		off: {
			description: 'Patterns and verbs of the seeds that are not asked about.',
			type: 'array',
			items: { type: 'string', minLength: 1, examples: families.flatMap(([name]) => patternsOf(name)) },
		},
	};
}

function entries(name, required) {
	const where = fieldsOf(`#/$defs/${name}`);
	const fields = Object.keys(at(where)).map(field => [field, { $ref: `lexicons.schema.json${where}/${field}` }]);
	return {
		description: name === 'reporting-verbs' ? 'Verbs that say more than “said”.' : `Words for the rule “${name}”.`,
		type: 'array',
		items: { type: 'object', additionalProperties: false, required, properties: Object.fromEntries(fields) },
	};
}

/** Where in the seeds' schema the fields of an entry are declared. */
function fieldsOf(pointer) {
	const schema = at(pointer);
	if (schema.properties) return `${pointer}/properties`;
	return schema.$ref ? fieldsOf(schema.$ref) : fieldsOf(`${pointer}/items`);
}

function at(pointer) {
	return pointer
		.split('/')
		.slice(1)
		.reduce((schema, key) => schema[key], seedsSchema);
}

function patternsOf(name) {
	const list = JSON.parse(readFileSync(path.join(root, `seeds/lexicons/${name}.json`), 'utf8'));
	return list.map(entry => entry.pattern ?? entry.lemma);
}

function page(rule) {
	const voices = { report: 'asked', lower: 'asked one step milder', skip: 'not asked' };
	const voice = [
		rule.voice.quoted && `inside quotation marks: ${voices[rule.voice.quoted]}`,
		rule.voice.attributed && `in what a source is reported to have said: ${voices[rule.voice.attributed]}`,
	].filter(Boolean);
	return `${[
		`# ${rule.id}`,
		rule.summary,
		`Severity: **${rule.severity}**${rule.defaultOn ? '' : ', off unless switched on'}.${voice.length > 0 ? ` Voice: ${voice.join('; ')}.` : ''}`,
		`## Why`,
		unwrapped(rule.why),
		'## How to answer it',
		unwrapped(rule.answer),
		'## Asked',
		fenced(rule.example),
		'## Not asked',
		fenced(rule.nonExample),
		silent(rule).length > 0 ? `Nor in these genres: ${silent(rule).join(', ')}.` : '',
		'## On whose authority',
		rule.authorities.map(({ title, url }) => `- [${title}](${url})`).join('\n'),
		...(rule.measured ? ['## Measured', rule.measured] : []),
		'## Switching it off',
		rule.ignoredOneByOne
			? 'From the light bulb, one place at a time.'
			: 'From the light bulb: at this place, for these words in every file, for this file, or for the workspace, each with a reason if you like.',
		`For one block of Markdown, in a line of its own before it:\n\n\`\`\`markdown\n<!-- source-critic-ignore-next ${rule.id} -->\n\`\`\`\n\nFor a workspace, in \`.source-critic.jsonc\` (the light bulb writes it):\n\n\`\`\`jsonc\n{ "rules": { "${rule.id}": "off" } }\n\`\`\``,
	]
		.filter(Boolean)
		.join('\n\n')}\n`;
}

function silent(rule) {
	return genreNames.filter(genre => genreSeverity(rule, genre) === 'off');
}

function table() {
	const rows = rules.map(
		rule => `| [${rule.id}](${rule.id}.md) | ${rule.defaultOn ? rule.severity : 'off'} | ${rule.summary} |`,
	);
	return `# Rules\n\n| rule | severity | |\n|---|---|---|\n${rows.join('\n')}\n`;
}

function unwrapped(prose) {
	return prose.replace(/\s*\n\s*/g, ' ').trim();
}

function fenced(prose) {
	return `\`\`\`text\n${prose}\n\`\`\``;
}

function write(name, text) {
	const file = path.join(root, name);
	if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, text);
	changed.push(name);
}

function writeJson(name, change) {
	const file = path.join(root, name);
	if (!existsSync(file)) return;
	const before = readFileSync(file, 'utf8');
	const data = JSON.parse(before);
	const old = JSON.stringify(data);
	change(data);
	if (JSON.stringify(data) !== old) write(name, `${JSON.stringify(data, null, '\t')}\n`);
}

async function loadRules() {
	const outfile = path.join(root, 'out/generate/rules.mjs');
	await build({
		stdin: {
			contents: [
				"export { rules } from './rules/index';",
				"export { genreNames, genreSeverity } from './rules/genres';",
				"export { phraseLexicons } from './attribution/houseLexicon';",
			].join('\n'),
			resolveDir: path.join(root, 'server/src'),
		},
		bundle: true,
		format: 'esm',
		platform: 'neutral',
		mainFields: ['module', 'main'],
		alias,
		outfile,
		logLevel: 'warning',
	});
	return import(`${pathToFileURL(outfile)}?${Date.now()}`);
}
