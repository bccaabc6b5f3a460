/** What the rules about wording share: which phrases they ask about, and the look of their messages and of their fixes. */

import { t } from '@vscode/l10n';
import type { Voice } from '../attribution/model';
import { isTitleCase, type Match } from '../attribution/patterns';
import { isPhraseOf, type PhraseFamily, type WordingPhrase } from '../attribution/wording';
import type { Block } from '../text/block';
import { indefiniteArticle } from '../text/inflection';
import { contains, type Span } from '../text/span';
import type { Token } from '../text/tokens';
import { type BlockView, type Fix, lower, type Rule, type Severity } from './rule';
import { touchesQuotation, voiceAt } from './voice';

const longestInMessage = 50;

/** A phrase a rule may ask about. */
export interface AskedPhrase {
	readonly match: Match<WordingPhrase>;
	readonly voice: Voice;
	readonly severity: Severity;
}

/** The phrases of a family in the voices a rule asks about; none in titles, and none that the draft denies. */
export function* phrasesToAsk(
	{ analysis, context, genre }: Pick<BlockView, 'analysis' | 'context' | 'genre'>,
	{ voice: policy, severity }: Pick<Rule, 'voice' | 'severity'>,
	family: PhraseFamily,
): Iterable<AskedPhrase> {
	for (const match of analysis.wording) {
		if (!isPhraseOf(match, family)) continue;
		const { span } = match;
		if (isInTitle(analysis, span) || isDenied(analysis.tokens, match.firstToken)) continue;
		const voice = touchesQuotation(analysis, span) ? 'quoted' : voiceAt(context, span);
		const answer = voice === 'own' ? 'report' : policy[voice];
		if (answer !== 'report' && answer !== 'lower') continue;
		const asked = inPlace(severity, analysis.block, genre);
		yield { match, voice, severity: answer === 'lower' ? lower(asked) : asked };
	}
}

/** A warning about wording belongs into the body of a news report; elsewhere the rule informs. */
function inPlace(severity: Severity, { kind }: Block, genre: BlockView['genre']): Severity {
	const isBody = genre === 'news' && kind !== 'headline' && kind !== 'standfirst' && kind !== 'caption';
	return severity === 'warning' && !isBody ? 'information' : severity;
}

function isInTitle({ block, quotations }: BlockView['analysis'], span: Span): boolean {
	return (
		block.emphasized.some(title => contains(title, span)) ||
		quotations.some(quotation => quotation.kind === 'title' && contains(quotation, span))
	);
}

/** "not a massive rise", "was never absurd": the draft says the opposite. */
function isDenied(tokens: readonly Token[], firstToken: number): boolean {
	let index = firstToken - 1;
	while (firstToken - index < 5 && betweenDenial.has(tokens[index]?.lower ?? '')) index -= 1;
	return denials.has(tokens[index]?.lower ?? '');
}

const betweenDenial: ReadonlySet<string> = new Set(
	'a an the any so very exactly quite really truly necessarily be been being'.split(' '),
);
const denials: ReadonlySet<string> = new Set("not n't no never neither nor without hardly nothing".split(' '));

/** Words of the draft as a message quotes them: one line, cut where long. */
export function forMessage(words: string): string {
	const line = words.replace(/\s+/g, ' ');
	if (line.length <= longestInMessage) return line;
	const cut = line.lastIndexOf(' ', longestInMessage);
	return `${line.slice(0, cut > 0 ? cut : longestInMessage)}…`;
}

/** A fix that writes other words in a place, with the capital and the article the place asks for. */
export function rewordingFix(
	text: string,
	tokens: readonly Token[],
	firstToken: number,
	span: Span,
	words: string,
): Fix {
	const written = matchCapital(text.slice(span.start, span.end), words);
	const article = tokens[firstToken - 1];
	const wanted = article && correctedArticle(article, words);
	const edit = wanted
		? { span: { start: article.start, end: span.end }, text: wanted + text.slice(article.end, span.start) + written }
		: { span, text: written };
	return { title: t('Write “{0}”', words), kind: 'reword', edits: [edit] };
}

/** Whether a block is set like a headline in Title Case, so that capitals tell nothing. */
export function hasTitleCase(block: Block, tokens: readonly Token[]): boolean {
	return (block.kind === 'headline' || block.kind === 'heading') && isTitleCase(tokens);
}

/** Words with the capital of those they replace. */
export function matchCapital(before: string, words: string): string {
	const first = before.charAt(0);
	return first !== first.toLowerCase() ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

/** The article as it has to be before other words; nothing where it stays, or is none. */
export function correctedArticle(article: Token, words: string): string | undefined {
	if (article.lower !== 'a' && article.lower !== 'an') return undefined;
	const wanted = indefiniteArticle(words);
	return wanted === article.lower ? undefined : matchCapital(article.text, wanted);
}
