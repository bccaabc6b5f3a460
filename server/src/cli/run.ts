/** `source-critic check` and `source-critic report`: the same reading as in the editor, for terminals, pipes and tests. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { analyse, createAnalyzer, type Format } from '../analysis';
import { seedNames } from '../attribution/houseLexicon';
import type { Genre } from '../attribution/model';
import type { Ignorable } from '../configuration/ignores';
import { judge } from '../configuration/judge';
import { draftOf, type EffectiveSettings, genreSettings, resolveSettings } from '../configuration/settings';
import { buildReport } from '../report/build';
import { resources } from '../resources';
import { rules } from '../rules/index';
import type { Severity } from '../rules/rule';
import { createConfigLoader, type LoadedConfig, whyUnreadable } from './config';
import { jsonDocument, type SchemaVersion } from './json';
import { type ReportFormat, reportFormats, reportWriter } from './report';
import { queryReport, textReport, visible } from './text';

/** The process, or what stands for it in a test. */
export interface Host {
	readonly stdin: NodeJS.ReadableStream;
	readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean };
	readonly stderr: { write(text: string): unknown };
	readonly env: Readonly<Record<string, string | undefined>>;
	cwd(): string;
	/** The clock; the machine's where there is none. */
	now?(): Date;
}

const severities: readonly Severity[] = ['hint', 'information', 'warning', 'error'];
const schema: SchemaVersion = 1;

const help = `Usage: source-critic check [FILE…|-] [options]
       source-critic report [FILE…|-] [options]

check reads drafts as a standards editor would and prints what a reader would ask.
report prints who speaks in them, how much, and from where the words come.

  --format FORMAT      check: text (default), queries (plain lines for the writer),
                       or json, one object a document and line
                       report: markdown (default), html (one page), or json
  --genre GENRE        ${genreSettings.join(', ')}
  --stdin-path NAME    the name of what comes on standard input ("draft.md")
  --config FILE        use this .source-critic.jsonc, whatever lies beside the draft
  --fail-on SEVERITY   check: exit 1 when a finding is at or above it: hint,
                       information, warning (default), error
  --color, --no-color  check: colour in text (default: on a terminal)
  --help, --version

Exit: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage or an unreadable file.
A report has no findings: it exits with 0 or 2.
`;

/** Runs the command line; resolves to the exit code. Nothing is thrown for bad input. */
export async function run(args: readonly string[], host: Host): Promise<number> {
	const options = readArguments(args);
	if ('problem' in options) {
		host.stderr.write(`source-critic: ${visible(options.problem)}\nTry “source-critic --help”.\n`);
		return 2;
	}
	if (options.help) {
		host.stdout.write(help);
		return 0;
	}
	if (options.version) {
		host.stdout.write(`${__VERSION__}\n`);
		return 0;
	}
	const chosen = options.config === undefined ? undefined : path.resolve(host.cwd(), options.config);
	const loader = createConfigLoader(chosen, { rules: ruleIds, seeds: seedNames(resources.lexicons) });
	if (loader.problem) {
		host.stderr.write(`source-critic: ${visible(loader.problem)}\n`);
		return 2;
	}
	const analyzer = createAnalyzer(resources);
	const colour = options.color ?? (host.stdout.isTTY === true && !host.env['NO_COLOR']);
	const reports = options.command === 'report' ? reportWriter(options.format, text => host.stdout.write(text)) : null;
	const checked = host.now?.() ?? new Date();
	let code = 0;
	for (const name of options.files) {
		const input = name === '-' ? await readStream(host.stdin) : readDraft(path.resolve(host.cwd(), name));
		const shown = name === '-' ? (options.stdinPath ?? '-') : name;
		if ('error' in input) {
			code = 2;
			if (options.format === 'json')
				host.stdout.write(`${JSON.stringify({ schema, path: shown, error: input.error })}\n`);
			else host.stderr.write(`${visible(shown)}: ${input.error}\n`);
			continue;
		}
		const place = name === '-' ? options.stdinPath : name;
		const location = place === undefined ? undefined : path.resolve(host.cwd(), place);
		const config = loader.load(location);
		for (const problem of config.problems) host.stderr.write(`${visible(problem)}\n`);
		const settings = settingsOf(config);
		const analysis = analyse(analyzer, draftOf(input.text, formatOf(shown), settings, options.genre));
		if (reports) {
			reports.write(buildReport({ analysis, file: shown, checked }));
			continue;
		}
		const { findings, stale } = judge({
			analysis,
			ignores: config.ignores,
			file: config.ignoresPath,
			rewording: settings.preset.rewording,
			ignorable,
		});
		if (options.format === 'json') host.stdout.write(`${JSON.stringify(jsonDocument(shown, analysis, findings))}\n`);
		else if (options.format === 'queries') host.stdout.write(queryReport(shown, analysis, findings));
		else host.stdout.write(textReport(shown, analysis, findings, { colour, stale: stale.length }));
		const least = severities.indexOf(options.failOn);
		const fails = findings.some(({ severity, suppressed }) => !suppressed && severities.indexOf(severity) >= least);
		if (fails && code === 0) code = 1;
	}
	reports?.end();
	return code;
}

const checkFormats = ['text', 'queries', 'json'] as const;
type CheckFormat = (typeof checkFormats)[number];

/** What is done, and how it is written. */
type Task =
	| { readonly command: 'check'; readonly format: CheckFormat }
	| { readonly command: 'report'; readonly format: ReportFormat };

type Options = Task & CommonOptions;

interface CommonOptions {
	readonly files: readonly string[];
	readonly genre: Genre | 'auto' | undefined;
	readonly stdinPath: string | undefined;
	readonly config: string | undefined;
	readonly failOn: Severity;
	readonly color: boolean | undefined;
	readonly help: boolean;
	readonly version: boolean;
}

function readArguments(args: readonly string[]): Options | { readonly problem: string } {
	let parsed: ReturnType<typeof parse>;
	try {
		parsed = parse(args);
	} catch (error) {
		return { problem: error instanceof Error ? error.message : String(error) };
	}
	const { values, positionals } = parsed;
	const [command, ...files] = positionals;
	const task = taskOf(command ?? 'check', values.format);
	const failOn = severities.find(severity => severity === (values['fail-on'] ?? 'warning'));
	const genre = genreSettings.find(setting => setting === values.genre);
	const isAsked = values.help === true || values.version === true;
	if (command === undefined && !isAsked) return { problem: 'say what to do: “check FILE” or “report FILE”' };
	if ('problem' in task) return task;
	if (files.length === 0 && !isAsked) return { problem: 'name a file, or “-” for standard input' };
	if (task.command === 'report' && values['fail-on'] !== undefined)
		return { problem: '--fail-on belongs to “check”: a report has no findings' };
	if (!failOn) return { problem: `--fail-on is ${severities.join(', ')}` };
	if (values.genre !== undefined && !genre) return { problem: `--genre is one of ${genreSettings.join(', ')}` };
	return {
		...task,
		files,
		genre,
		stdinPath: values['stdin-path'],
		config: values.config,
		failOn,
		color: values['no-color'] ? false : values.color,
		help: values.help ?? false,
		version: values.version ?? false,
	};
}

function taskOf(command: string, format: string | undefined): Task | { readonly problem: string } {
	if (command === 'check') {
		const known = checkFormats.find(each => each === (format ?? 'text'));
		return known ? { command, format: known } : { problem: formatProblem(checkFormats, format) };
	}
	if (command === 'report') {
		const known = reportFormats.find(each => each === (format ?? 'markdown'));
		return known ? { command, format: known } : { problem: formatProblem(reportFormats, format) };
	}
	return { problem: `there is no command “${command}”` };
}

function formatProblem(formats: readonly string[], format: string | undefined): string {
	return `--format is ${formats.slice(0, -1).join(', ')} or ${formats.at(-1)}, not “${format}”`;
}

function parse(args: readonly string[]) {
	return parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			format: { type: 'string' },
			genre: { type: 'string' },
			'stdin-path': { type: 'string' },
			config: { type: 'string' },
			'fail-on': { type: 'string' },
			color: { type: 'boolean' },
			'no-color': { type: 'boolean' },
			help: { type: 'boolean', short: 'h' },
			version: { type: 'boolean', short: 'v' },
		},
	});
}

type Input = { readonly text: string } | { readonly error: string };

function readDraft(file: string): Input {
	try {
		return decoded(readFileSync(file));
	} catch (error) {
		return { error: whyUnreadable(error) };
	}
}

async function readStream(stream: NodeJS.ReadableStream): Promise<Input> {
	const parts: Buffer[] = [];
	for await (const part of stream) parts.push(typeof part === 'string' ? Buffer.from(part) : part);
	return decoded(Buffer.concat(parts));
}

/** UTF-8, or UTF-16 where a byte order mark says so; the mark is not part of the text. A file full of NULs is no text. */
function decoded(bytes: Buffer): Input {
	const mark = bytes.subarray(0, 2).toString('hex');
	if (mark === 'fffe' || mark === 'feff') {
		return { text: new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be').decode(bytes) };
	}
	const head = bytes.subarray(0, 8192);
	if (head.length > 0 && head.filter(byte => byte === 0).length > head.length / 10)
		return { error: 'is not a text file' };
	return { text: new TextDecoder('utf-8').decode(bytes) };
}

/** A file that is named is meant: what the configuration leaves out by its path is read all the same. */
function settingsOf({ settings, book, path: file }: LoadedConfig): EffectiveSettings {
	return { ...resolveSettings({ ruleIds, file: settings, path: file, fileFolder: '' }), ...(book && { house: book }) };
}

function formatOf(name: string): Format {
	return /\.(?:md|markdown|mdown|mkd)$/i.test(name) ? 'markdown' : 'plaintext';
}

const ruleIds: ReadonlySet<string> = new Set(rules.map(rule => rule.id));
const oneByOne: ReadonlySet<string> = new Set(rules.filter(rule => rule.ignoredOneByOne).map(rule => rule.id));

function ignorable(rule: string): Ignorable {
	return oneByOne.has(rule) ? 'one by one' : 'any way';
}
