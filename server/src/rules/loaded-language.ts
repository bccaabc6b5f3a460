import { t } from '@vscode/l10n';
import type { PhraseEntry } from '../attribution/lexicons';
import type { Voice } from '../attribution/model';
import { type Match, renderAlternative } from '../attribution/patterns';
import { contains, type Span } from '../text/span';
import type { Token } from '../text/tokens';
import type { BlockRule, BlockView, Fix, RuleFinding } from './rule';
import { forMessage, phrasesToAsk, rewordingFix } from './wording';

/** Asks whose judgement a tilted word or phrase is. */
export const loadedLanguage: BlockRule = {
	id: 'loaded-language',
	summary: 'Asks whose judgement a word or phrase is that takes a side.',
	why: `Some words judge while they tell: a deal is “tilted toward” one side, a minister “slams” another, a government is
a “regime”. Readers take the judgement for the writer’s, or for a fact. It may be a good judgement; then someone can be
named who makes it, or the facts that led to it can stand in its place.`,
	answer: `Say who sees it so; or give what was done, said or counted; or take the plainer word. Words inside quotation
marks are left alone. In what a source is reported to have said, the question is whose word it is: if it is the
source’s, quotation marks say so.`,
	authorities: [
		{
			title: 'BBC Editorial Guidelines: words that carry value judgements',
			url: 'http://www.bbc.co.uk/guidelines/editorialguidelines/advice/terrorismlanguage/ourapproach.shtml',
		},
		{
			title: 'Wikipedia: Words to watch',
			url: 'https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch',
		},
	],
	severity: 'information',
	defaultOn: true,
	voice: { quoted: 'skip', attributed: 'report' },
	silentIn: ['opinion', 'press-release', 'report', 'essay', 'not-news'],
	example: `The pact, tilted toward Norland, was signed amid a scandal shaking the country.
          ^^^^^^^^^^^^^^^^^^^^^ loaded-language
                                                           ^^^^^^^^^^^^^^^^^^^ loaded-language
The minister met owners last week while pushing the agreement.
                                        ^^^^^^^ loaded-language`,
	nonExample: `An earthquake shook the city at dawn, and the tower tilted toward the river.
The Radical Party met to discuss the new tax regime.
“They slammed the plan because it is absurd,” Harlow said.`,
	*checkBlock(view: BlockView): Iterable<RuleFinding> {
		for (const { match, voice } of phrasesToAsk(view, this, 'loaded-language')) {
			// Where the words are laid to "many in the West", who judges is asked already.
			if (!isLaidToNoOne(view, match.span)) yield findingFor(view, match, voice);
		}
	},
};

/** Whether the innermost attribution around a span goes back to a group that names no one. */
function isLaidToNoOne({ context }: BlockView, span: Span): boolean {
	const around = context.voices.findLast(stretch => stretch.attribution !== null && contains(stretch, span));
	const source = around?.attribution == null ? null : context.attributions[around.attribution]?.source;
	return source?.identification === 'vague' && source.kind === 'people';
}

function findingFor({ analysis, genre }: BlockView, match: Match<PhraseEntry>, voice: Voice): RuleFinding {
	const { entry, span, firstToken } = match;
	const { tokens } = analysis;
	const { text } = analysis.block;
	const alternatives = entry.alternatives.map(alternative => renderAlternative(alternative, match));
	// In an interview the words are the speaker's or the format's: a question is all there is to ask.
	const reworded = genre === 'interview' ? [] : alternatives;
	return {
		span,
		message: question(entry, text.slice(span.start, span.end), voice),
		fixes: [
			...reworded.map(words => rewordingFix(text, tokens, firstToken, span, words)),
			...(genre === 'interview' ? [] : removal(analysis, match)),
		],
		sameAs: dictionaryForm(match, tokens),
		note: t(entry.note),
		alternatives,
	};
}

function question(entry: PhraseEntry, words: string, voice: Voice): string {
	const phrase = forMessage(words);
	if (entry.question === undefined) return t('Whose judgement is “{0}”?', phrase);
	// Of a source's statement one can only ask whether the word is the source's or the writer's.
	return voice === 'attributed' ? t('Whose word is “{0}”?', phrase) : t(entry.question).replace('%', () => phrase);
}

/** "… amid a scandal shaking the country." can end at "scandal": what is left says what happened. */
function removal(
	{ block, tokens }: BlockView['analysis'],
	{ verb, firstToken, endToken, span }: Match<PhraseEntry>,
): Fix[] {
	const after = tokens[endToken];
	const endsSentence = after !== undefined && /^[.!?]$/.test(after.text);
	if (verb?.token !== firstToken || verb.form !== 'ing' || !endsSentence) return [];
	const comma = tokens[firstToken - 1]?.text === ',';
	const before = tokens[firstToken - (comma ? 2 : 1)];
	// After a form of "be" or a preposition the sentence needs its verb.
	if (before?.kind !== 'word' || (!comma && needsVerb.has(before.lower))) return [];
	const phrase = forMessage(block.text.slice(span.start, span.end));
	return [
		{
			title: t('Remove “{0}”', phrase),
			kind: 'reword',
			edits: [{ span: { start: before.end, end: span.end }, text: '' }],
		},
	];
}

const needsVerb: ReadonlySet<string> = new Set(
	(
		"am is are was were be been being 's 're 'm not n't still now by of for in on at with without from to and or but " +
		'while when after before start starts started stop stops stopped begin begins began keep keeps kept'
	).split(' '),
);

/** What makes two findings the same: the verb in dictionary form, the last noun in the singular, whatever the name. */
function dictionaryForm(
	{ entry, verb, name, firstToken, endToken }: Match<PhraseEntry>,
	tokens: readonly Token[],
): string {
	const known = new Set(entry.pattern.split(/[ |]/));
	const words: string[] = [];
	for (let index = firstToken; index < endToken; index += 1) {
		const token = tokens[index];
		if (!token) break;
		if (name && index >= name.firstToken && index < name.endToken) continue;
		const singular = token.lower.slice(0, -1);
		if (index === verb?.token) words.push(verb.lemma);
		else words.push(token.lower.endsWith('s') && known.has(singular) ? singular : token.lower);
	}
	return words.join(' ');
}
