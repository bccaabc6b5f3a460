/** Findings for people at a terminal: `path:line:column severity message rule`, and what was not read. */
import type { Analysis } from '../analysis';
import type { JudgedFinding } from '../configuration/judge';
import { queriesOf } from '../report/queries';
import type { Severity } from '../rules/rule';
import { positions } from '../text/positions';

const colours: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 36, hint: 90 };

/** One line a finding, and one line in sum; `stale` is how many ignores fit nothing any more. Control characters of the draft are not passed on. */
export function textReport(
	path: string,
	analysis: Analysis,
	findings: readonly JudgedFinding[],
	{ colour, stale = 0 }: { readonly colour: boolean; readonly stale?: number },
): string {
	const name = visible(path);
	const paint = (code: number, words: string): string => (colour ? `\u001b[${code}m${words}\u001b[0m` : words);
	const at = positions(analysis.text);
	const shown = findings.filter(finding => !finding.suppressed);
	const lines = shown.map(({ span, severity, message, rule }) => {
		const { line, character } = at(span.start);
		const place = paint(1, `${name}:${line + 1}:${character + 1}`);
		return `${place} ${paint(colours[severity], severity)} ${visible(message)} ${paint(90, rule)}`;
	});
	const silenced = findings.length - shown.length;
	return `${[...lines, paint(90, `${name}: ${summary(analysis, shown.length, silenced, stale)}`)].join('\n')}\n`;
}

function summary({ language, genre }: Analysis, count: number, silenced: number, stale: number): string {
	if (language === 'other') return 'not English, not read';
	if (genre === 'not-news') return 'not read as news: no one speaks in it (--genre news reads it anyway)';
	const found = count === 0 ? 'nothing to ask' : `${count} ${count === 1 ? 'question' : 'questions'}`;
	const ignored = silenced > 0 ? `, ${silenced} ignored` : '';
	const left = stale > 0 ? `; ${stale} ${stale === 1 ? 'ignore fits' : 'ignores fit'} nothing here any more` : '';
	return found + ignored + left;
}

/** The editor's queries of a draft under its name, a line each; a line in sum where there is none. */
export function queryReport(path: string, analysis: Analysis, findings: readonly JudgedFinding[]): string {
	const name = visible(path);
	const shown = findings.filter(finding => !finding.suppressed);
	if (shown.length === 0) return `${name}: ${summary(analysis, 0, findings.length, 0)}\n`;
	return `${[name, '', ...queriesOf(analysis, shown)].join('\n')}\n\n`;
}

/** Words with control characters, and what turns a line about, as spaces: they would act on a terminal. */
export function visible(words: string): string {
	let result = '';
	for (const character of words) {
		const code = character.codePointAt(0) ?? 0;
		result +=
			code < 32 ||
			(code >= 127 && code < 160) ||
			(code >= 0x202a && code <= 0x202e) ||
			(code >= 0x2066 && code <= 0x2069)
				? ' '
				: character;
	}
	return result;
}
