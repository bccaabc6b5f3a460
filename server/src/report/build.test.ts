/** Reports as values, over invented drafts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report, Standing } from './model';
import { analysisOf, answerOf, buildFrom, ferry, reportOf } from './testing';

function wordsBy(report: Report): Readonly<Record<string, number>> {
	return Object.fromEntries(report.voices.map(({ name, standing, words }) => [name ?? standing, words]));
}

function wordsOf(report: Report, standing: Standing): number {
	return report.identifications.find(each => each.standing === standing)?.words ?? 0;
}

test('title, file, time, genre and size', () => {
	const { title, file, checked, genre, reading, paragraphs } = reportOf(ferry);
	assert.deepEqual(
		{ title, file, checked, genre, reading, paragraphs },
		{
			title: 'Harlow said to sell the ferry',
			file: 'draft.txt',
			checked: '2026-11-25T09:19:00.000Z',
			genre: 'news',
			reading: 'read',
			paragraphs: 4,
		},
	);
});

test('each word has one voice: a source’s, or the writer’s; the words that attribute are the writer’s', () => {
	const report = reportOf('Ada Harlow said: “We didn’t sell it.” The hall was full.\n');
	assert.deepEqual(wordsBy(report), { own: 7, 'Ada Harlow': 4 });
	assert.equal(report.words, 11);
	const whole = reportOf(ferry);
	const sum = (all: readonly { readonly words: number }[]) => all.reduce((total, { words }) => total + words, 0);
	assert.equal(sum(whole.voices), whole.words);
	assert.equal(sum(whole.identifications), whole.words);
	assert.equal(
		whole.voices.every(({ words, share }) => Math.abs(share - words / whole.words) < 0.001),
		true,
	);
});

test('what one source tells of another’s words is the first one’s', () => {
	const report = reportOf('The Aln Gazette reported that Ada Harlow said the ferry would be sold in May.\n');
	assert.deepEqual(wordsBy(report), { 'The Aln Gazette': 11, own: 4 });
});

test('words in quotation marks with no speaker are no one’s', () => {
	const report = reportOf(
		'The ferry ran late.\n\nAda Harlow said so.\n\n“We will not pay for any of this,” it went.\n',
	);
	assert.ok(wordsOf(report, 'no-speaker') + wordsOf(report, 'named') > 0);
});

test('the unnamed: how many, and how much of it all', () => {
	const { unnamed, identifications, words } = reportOf(ferry);
	const anonymous = identifications.find(({ standing }) => standing === 'anonymous')?.words ?? 0;
	assert.equal(unnamed.sources, 1);
	assert.ok(unnamed.ofSources > 3);
	assert.equal(unnamed.words, anonymous);
	assert.ok(
		anonymous > 0 && Math.abs(unnamed.share - anonymous / words) < 0.001 && unnamed.ofAttributed > unnamed.share,
	);
});

test('statements in reading order, with verb, words, how they are given and where', () => {
	const { statements } = reportOf(ferry);
	const starts = statements.map(({ place }) => place.span.start);
	assert.deepEqual(
		starts,
		[...starts].sort((a, b) => a - b),
	);
	const told = statements.map(({ name, verb, words, wording, place: { paragraph, line } }) => [
		name,
		verb,
		words,
		wording,
		paragraph,
		line,
	]);
	assert.deepEqual(
		told.find(([, , words]) => String(words).includes('pay')),
		['Ada Harlow', 'said', '“We cannot pay for it,”', 'quoted', 1, 3],
	);
	assert.deepEqual(
		told.find(([, verb]) => verb === 'claimed'),
		['Ada Harlow', 'claimed', 'nobody uses it', 'paraphrased', 1, 3],
	);
	const relayed = statements.find(({ verb }) => verb === 'told');
	assert.deepEqual(
		[relayed?.name, relayed?.wording, relayed?.via, relayed?.place.paragraph],
		['a source close to the talks', 'partly-quoted', ['Aln Gazette'], 2],
	);
});

test('a construction that names no one is a statement of no one', () => {
	const { statements } = reportOf('Ada Harlow left early, she said. The board is expected to meet in Norhaven.\n');
	const expected = statements.find(({ verb }) => verb.includes('expected'));
	assert.deepEqual([expected?.source, expected?.name], [null, null]);
});

test('a mind is told by the writer', () => {
	const { statements, voices } = reportOf('Ada Harlow hopes that the ferry will be sold.\n');
	assert.equal(statements[0]?.wording, 'mind');
	assert.deepEqual(
		voices.map(({ standing }) => standing),
		['own'],
	);
});

test('words told after a colon, in the next block, are one statement', () => {
	const { statements } = reportOf(
		'The Aln Gazette reports:\n\n“The ferry will be sold, and the yard closed in May.”\n',
	);
	assert.deepEqual(
		statements.map(({ name, verb, wording }) => [name, verb, wording]),
		[['The Aln Gazette', 'reports', 'quoted']],
	);
});

test('a form of address is no place in the matter, and a name that tells it is not told twice', () => {
	const report = reportOf(
		'Mr. Tom Quist said the yard was safe. A source close to the talks said it was not. Quist said so again.\n',
	);
	const told = answerOf(report, 'What is told of each source’s place in the matter?').passages;
	assert.deepEqual(
		told.map(({ label, words, notes: [note] }) => [label, words, note?.label]),
		[
			['A source close to the talks', null, 'as it is called here'],
			[null, null, 'Of Tom Quist'],
		],
	);
});

test('an unsure reading is told as one, and left out where it names no one', () => {
	const analysis = analysisOf('Ada Harlow said the ferry would be sold. It is said to be old.\n');
	const doubted = analysis.attributions.map((each, i) =>
		i === 0 ? { ...each, confidence: 0.4 } : { ...each, sourceId: null, confidence: 0.4 },
	);
	const { statements } = buildFrom({ ...analysis, attributions: doubted });
	assert.deepEqual(
		statements.map(({ name, unsure }) => [name, unsure]),
		[['Ada Harlow', true]],
	);
});

test('long words are cut between two of them', () => {
	const { statements } = reportOf(`Ada Harlow said the ferry ${'and the pier '.repeat(40)}would be sold.\n`);
	const words = statements[0]?.words ?? '';
	assert.ok(words.length <= 141 && /[a-z]…$/.test(words), words);
});

test('chains lead from the source by way of others to the article', () => {
	const report = reportOf(
		'A source close to the talks told the Aln Gazette that the price was low.\n\nThe Aln Gazette reported that Tom Quist said the yard was safe.\n',
	);
	assert.deepEqual(
		report.chains.map(({ steps, statements }) => [steps.map(({ name }) => name), statements]),
		[
			[['a source close to the talks', 'Aln Gazette'], 1],
			[['The Aln Gazette'], 1],
			[['Tom Quist', 'Aln Gazette'], 1],
		],
	);
	const [relayer] = answerOf(report, 'Who passes on whose words?').passages;
	assert.equal(relayer?.label, 'The Aln Gazette');
	assert.deepEqual(relayer?.notes[0]?.value, 'a source close to the talks, Tom Quist');
});

test('verbs of each source beside those of everyone else', () => {
	const { verbs } = reportOf(ferry);
	const harlow = verbs.find(({ name }) => name === 'Ada Harlow');
	assert.deepEqual(
		harlow?.verbs.find(({ lemma }) => lemma === 'claim'),
		{ lemma: 'claim', count: 1, elsewhere: 0 },
	);
	const said = harlow?.verbs.find(({ lemma }) => lemma === 'say');
	assert.ok(said && said.count === 3 && said.elsewhere === 2, JSON.stringify(verbs));
});

test('claims of the writer without a source, each with its question; none where a source is in reach', () => {
	const { claims } = reportOf(ferry);
	assert.deepEqual(
		claims?.map(({ trigger, words, question, place }) => [trigger, words, question, place.paragraph]),
		[['number', '$40 million', 'Whose figure is “$40 million”? No source here.', 4]],
	);
	assert.deepEqual(reportOf('The ferry has cost $40 million, Tom Quist said.\n').claims, []);
});

test('all of a paragraph’s claims, where the rule asks about one', () => {
	const { claims } = reportOf(
		'Tom Quist spoke first, he said.\n\nThe ferry has cost $40 million so far. The old pier was built in spring and repaired by the town. The yard has lost $90 million.\n',
	);
	assert.equal(claims?.length, 2);
});

test('an accusation is a claim; in a genre that asks for no claims there are none to list', () => {
	const text = 'Councillor Smith took bribes from two builders. Tom Quist left.\n';
	assert.equal(reportOf(text).claims?.[0]?.trigger, 'accusation');
	assert.equal(reportOf(text, { genre: 'press-release' }).claims, null);
});

test('settings and severities change nothing of a report', () => {
	const off = Object.fromEntries(['loaded-reporting-verb', 'unattributed-claim', 'hyperbole'].map(id => [id, 'off']));
	assert.deepEqual(reportOf(ferry, { rules: off as Record<string, 'off'> }), reportOf(ferry));
});

test('authenticity: the named, the unnamed with what is told of them, groups, documents, links', () => {
	const report = reportOf(
		'A source close to the talks, who declined to be named because the talks are private, said the price was low. Officials said it was fair. Critics said no. A report by the harbour board said so, and Tom Quist of the [ferry union](https://example.org/union) said yes.\n',
		{ format: 'markdown' },
	);
	const labels = (question: string) => answerOf(report, question).passages.map(({ label, words }) => label ?? words);
	assert.ok(labels('Who is named?').includes('Tom Quist'));
	assert.deepEqual(labels('Which groups name no one?'), ['Critics']);
	assert.equal(labels('Which documents are cited?').length, 1);
	assert.deepEqual(labels('What is linked, for a reader to look up?'), ['ferry union']);
	const source = answerOf(report, 'Who is not named, and what is told of them?').passages.find(({ label }) =>
		label?.startsWith('A source close'),
	);
	const told = Object.fromEntries(source?.notes.map(({ label, value }) => [label, value]) ?? []);
	assert.match(told['why unnamed'] ?? '', /declined to be named because the talks are private/);
	assert.equal(told['position'], null, 'the text does not say');
});

test('time: dates, days without one, and times that count from no date', () => {
	const report = reportOf(
		'Tom Quist said on Monday that the ferry, built in May 1911, may stop. It was sold on 3 June 2019 and again on Friday. It broke down a few days ago. In March it was late. March on, he may say.\n',
	);
	const words = (question: string) => answerOf(report, question).passages.map(passage => passage.words);
	assert.deepEqual(words('Which dates are on the page?'), ['May 1911', '3 June 2019', 'March']);
	assert.deepEqual(words('Which days are named without a date?'), ['Monday', 'Friday']);
	const undated = reportOf('Tom Quist said no. It broke down a few days ago. A few days ago it ran.\n');
	const [ago, ...more] = answerOf(undated, 'Which times have no date to count from?').passages;
	assert.deepEqual([ago?.words, ago?.places.length, more.length], ['a few days ago', 2, 0]);
	const dated = reportOf('NORHAVEN, May 3 — Tom Quist said no. It broke down a few days ago.\n');
	assert.equal(answerOf(dated, 'Which times count from the date of the page?').passages.length, 1);
});

test('dependence: a part that rests on one source, and a source that may be one or another', () => {
	const one = reportOf(
		'The yard\n\nTom Quist said the yard was safe. Quist added that it was dry. “It is old,” Quist said. He said it would last.\n',
	);
	const [part] = answerOf(one, 'Which parts rest on one source?').passages;
	assert.match(`${part?.notes[0]?.label} ${part?.notes[0]?.value}`, /^all 4 statements from Tom Quist$/);
	const two = reportOf(
		'A senior source said the price was low. A source close to the board said it was fair. According to the source, the yard is next.\n',
	);
	assert.equal(answerOf(two, 'Where could it be one source or another?').passages.length, 1);
});

test('tendency: places of sources, charged words by voice, verbs of one side', () => {
	const report = reportOf(ferry);
	const union = answerOf(report, 'What is told of each source’s place in the matter?').passages;
	assert.match(union.find(({ label }) => label === 'Tom Quist')?.words ?? '', /head of the ferry union/);
	const voices = reportOf(
		'Rents in Norland saw a massive rise. “It is a massive increase,” Tom Quist said. Quist said the massive increase was wrong.\n',
	);
	assert.deepEqual(
		answerOf(voices, 'In whose voice do words take a side?').passages.map(({ label, words }) => [label, words]),
		[
			['the writer', 'massive'],
			['Tom Quist, quoted', 'massive'],
			['Tom Quist, in the writer’s words', 'massive'],
		],
	);
	const [verb, ...more] = answerOf(report, 'Which telling verbs stand with one source only?').passages;
	assert.deepEqual([verb?.label, verb?.words, more.length], ['Ada Harlow', 'claim', 0]);
	const both = reportOf('Ada Harlow claimed it was safe. Tom Quist claimed it was not. Quist said so.\n');
	assert.deepEqual(answerOf(both, 'Which telling verbs stand with one source only?').passages, []);
});

test('a draft in which no one speaks, an empty one, and one that is not English', () => {
	const silent = reportOf('The ferry ran late on Monday. The hall was full.\n');
	assert.deepEqual([silent.sources, silent.statements, silent.chains, silent.verbs], [[], [], [], []]);
	assert.deepEqual(
		silent.voices.map(({ standing, share }) => [standing, share]),
		[['own', 1]],
	);
	for (const text of ['', '\n\r\n', '---\n']) assert.equal(reportOf(text).reading, 'empty');
	const german =
		'Der Minister sagte am Freitag, dass die Brücke nicht vor dem Herbst fertig werde und man warten müsse.';
	assert.equal(reportOf(german).reading, 'not-english');
	assert.equal(reportOf('- Buy nails\n- Paint the fence\n', { genre: 'auto', format: 'markdown' }).reading, 'not-news');
});

test('a book takes time in proportion to its length', { timeout: 120_000 }, () => {
	const story = (paragraphs: number) =>
		Array.from(
			{ length: paragraphs },
			(_, i) =>
				`Ada Harlow said in year ${i} that the ferry was a massive loss. A source told the Aln Gazette that “it cost $${i} million” and that it was late. Critics claimed otherwise.`,
		).join('\n\n');
	const seconds = (paragraphs: number) => {
		const analysis = analysisOf(story(paragraphs));
		// Sources, claims and the like are worked out when they are first asked for.
		const started = process.cpuUsage();
		const report = buildFrom(analysis);
		assert.ok(report.statements.length > paragraphs);
		const { user, system } = process.cpuUsage(started);
		return (user + system) / 1e6;
	};
	seconds(100);
	const small = seconds(100);
	const large = seconds(1_000);
	assert.ok(large < Math.max(small, 0.02) * 30, `${large} s for ten times what takes ${small} s`);
});
