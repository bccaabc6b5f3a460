// Writes what is declared once in the rules: docs/rules/*.md, the rules' settings in package.json and in
// seeds/config.schema.json. `--check` writes too, and exits 1 if anything had to be written.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const { rules } = await loadRules();
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
	if (setting) setting.properties = ruleProperties('markdownDescription');
});
writeJson('seeds/config.schema.json', schema => {
	const holder = schema.$defs?.rules ?? schema.definitions?.rules ?? schema.properties?.rules;
	if (holder) holder.properties = ruleProperties('description');
});

for (const file of changed) console.log(`written: ${file}`);
if (process.argv.includes('--check') && changed.length > 0) process.exit(1);

function ruleProperties(description) {
	return Object.fromEntries(
		rules.map(rule => [
			rule.id,
			{
				enum: ['off', 'hint', 'information', 'warning', 'error'],
				default: rule.defaultOn ? rule.severity : 'off',
				[description]: rule.summary,
			},
		]),
	);
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
		rule.silentIn.length > 0 ? `Nor in these genres: ${rule.silentIn.join(', ')}.` : '',
		'## On whose authority',
		rule.authorities.map(({ title, url }) => `- [${title}](${url})`).join('\n'),
		'## Switching it off',
		`For one block of Markdown, in a line of its own before it:\n\n\`\`\`markdown\n<!-- source-critic-ignore-next ${rule.id} -->\n\`\`\`\n\nFor a workspace, in \`.source-critic.jsonc\` (the light bulb writes it):\n\n\`\`\`jsonc\n{ "rules": { "${rule.id}": "off" } }\n\`\`\``,
	]
		.filter(Boolean)
		.join('\n\n')}\n`;
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
		entryPoints: [path.join(root, 'server/src/rules/index.ts')],
		bundle: true,
		format: 'esm',
		platform: 'neutral',
		mainFields: ['module', 'main'],
		outfile,
		logLevel: 'warning',
	});
	return import(`${pathToFileURL(outfile)}?${Date.now()}`);
}
