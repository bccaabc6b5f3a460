import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse, createAnalyzer, type Format } from '../analysis';
import { resources } from '../resources';
import type { Genre } from './model';

const analyzer = createAnalyzer(resources);

function read(text: string, format: Format = 'markdown', genre: Genre | 'auto' = 'auto') {
	const analysis = analyse(analyzer, { text, format, genre, rules: {} });
	return `${analysis.genre} (${analysis.genreBasis})`;
}

const news = 'The ferry will be sold in May, Ada Brook said on Monday.\n';
const silent = 'The ferry leaves at nine and comes back at noon.\n';

test('someone speaks: news; no one does: not news', () => {
	assert.equal(read(news), 'news (form)');
	assert.equal(read('“We sold it in May, and no one minded,” she told the board.'), 'news (form)');
	assert.equal(read(silent), 'not-news (form)');
	assert.equal(read(''), 'not-news (form)');
	assert.equal(read('- [x] Paint the gate\n- [ ] Call the yard\n\n```\nsaid: 3\n```\n'), 'not-news (form)');
});

test('a setting decides', () => {
	assert.equal(read(`Opinion\n\n${news}`, 'plaintext', 'court'), 'court (setting)');
});

test('front matter says it, in the first field that names a genre', () => {
	const front = (lines: string) => read(`---\n${lines}\n---\n\n# Opinion\n\n${news}`);
	assert.equal(front('genre: analysis'), 'analysis (front-matter)');
	assert.equal(front('type: post\ncategory: "Press Release"'), 'press-release (front-matter)');
	assert.equal(front('section: Letters to the Editor'), 'opinion (front-matter)');
	assert.equal(front('type: post\ntitle: The ferry'), 'opinion (label)');
	assert.equal(front('genre: constructor'), 'opinion (label)');
});

test('a label line says it', () => {
	const lines: Readonly<Record<string, Genre>> = {
		Opinion: 'opinion',
		'**OPINION**': 'opinion',
		'*Book review*': 'opinion',
		'Letters to the editor': 'opinion',
		'News analysis': 'analysis',
		'Q&A': 'interview',
		'Transcript:': 'interview',
		'FOR IMMEDIATE RELEASE': 'press-release',
		'— Press release —': 'press-release',
		'Crime and courts': 'court',
		'White paper': 'report',
		Essay: 'essay',
		Encyclopedia: 'encyclopedia',
	};
	for (const [line, genre] of Object.entries(lines)) {
		assert.equal(read(`${line}\n\n# The board and the ferry\n\n${news}`), `${genre} (label)`, line);
		assert.equal(read(`The board and the ferry\n\n${line}\n\n${news}`, 'plaintext'), `${genre} (label)`, line);
	}
});

test('so does a label before or behind the headline', () => {
	const headlines: Readonly<Record<string, Genre>> = {
		'Opinion: The ferry must stay': 'opinion',
		'Opinion | The ferry must stay': 'opinion',
		'The ferry must stay | Opinion': 'opinion',
		'Analysis: Why the ferry was sold': 'analysis',
		'Q&A: Ada Brook on the ferry': 'interview',
		'FOR IMMEDIATE RELEASE: 3 May': 'press-release',
	};
	for (const [headline, genre] of Object.entries(headlines)) {
		assert.equal(read(`# ${headline}\n\n${news}`), `${genre} (label)`, headline);
	}
});

test('what only looks like a label is none', () => {
	for (const headline of [
		'Report: Mayor to sell the ferry',
		'Police: Ferry was set alight',
		'Court: The ferry may be sold',
		'Opinions differ on the ferry',
		'The analysis of the wreck has begun',
		'A letter: from the board to the mayor',
	]) {
		assert.equal(read(`# ${headline}\n\n${news}`), 'news (form)', headline);
	}
	const far = `${news}\n`.repeat(6);
	assert.equal(read(`${far}Opinion\n\n${news}`), 'news (form)');
});

test('a press release tells whom the press is to call', () => {
	const body = 'Quist Yards today launched the finest ferry in Norland, its owner, Paul Harlow, said.\n';
	assert.equal(read(`${body}\n${body}\nMedia contact: Jo Reed, 555 0100\n`), 'press-release (form)');
	assert.equal(read(`Press inquiries\n\nJo Reed\n\n${body}`, 'plaintext'), 'press-release (form)');
	assert.equal(read(`${news}\nMedia contacts were lost when the line was cut.\n`), 'news (form)');
	assert.equal(read(`${news}\nThe media contacted the yard.\n`), 'news (form)');
});

test('turns of speech are an interview', () => {
	const turns = (q: string, a: string) =>
		read(
			Array.from({ length: 3 }, () => `${q} Why was the ferry sold?\n\n${a} It was old, and the yard wanted it.`).join(
				'\n\n',
			),
		);
	assert.equal(turns('Q:', 'A:'), 'interview (form)');
	assert.equal(turns('Q.', 'A.'), 'interview (form)');
	assert.equal(turns('Reed:', 'Harlow:'), 'interview (form)');
	assert.notEqual(turns('So', 'Well,'), 'interview (form)');
});

test('questions that someone answers in the first person are an interview, an explainer is none', () => {
	const asked = (answer: string) =>
		read(
			['Why was the ferry sold?', 'Who bought it?', 'What now?', 'Was it old?']
				.map(q => `${q}\n\n${answer}`)
				.join('\n\n'),
		);
	assert.equal(asked('We had no money left, and my board wanted it gone.'), 'interview (form)');
	assert.equal(asked('The yard had no money left, its owner said on Monday.'), 'news (form)');
});

test('citations with a list of references are a report, without one they are not', () => {
	const cited = 'Ferries pay for themselves (Brook, 2012). Most are old [3]. Some sink (Reed & Harlow, 2019).\n';
	assert.equal(read(`# Ferries\n\n${cited}\n## References\n\nBrook, A. (2012). Ferries.\n`), 'report (form)');
	assert.equal(read(`# Ferries\n\nAbstract\n\n${cited}`), 'report (form)');
	assert.notEqual(read(`# Ferries\n\n${cited}`), 'report (form)');
	assert.equal(read(`# Ferries\n\n${cited}\n${cited}`), 'report (form)', 'many speak for themselves');
	assert.notEqual(read(`# Ferries\n\n${cited}\n${cited}\n${news.repeat(200)}`), 'report (form)');
	assert.equal(read(`The ferry\n\nABSTRACT.\n\n${news}`, 'plaintext'), 'news (form)', 'an archive’s label');
	assert.equal(read(`# Ferries\n\n${news}\n## References\n\nThe yard has good references.\n`), 'news (form)');
});

test('the markup of a wiki is an encyclopedia', () => {
	const refs = 'The ferry was sold in May.<ref>Brook 2012</ref> It sank in June.<ref name="a" /> It was raised.\n';
	assert.equal(read(refs), 'encyclopedia (form)');
	const links = 'The [[ferry]] of [[Norland]] lay in [[Quist]], in the [[harbour]] of the [[yard]].\n';
	assert.equal(read(`== History ==\n${links}`, 'plaintext'), 'encyclopedia (form)');
	assert.notEqual(read(links, 'plaintext'), 'encyclopedia (form)');
});

test('marks without end are harmless', () => {
	for (const mark of ['<ref', '[[', '==', '|', ':', '#', '*', '—']) {
		const start = process.cpuUsage();
		read(mark.repeat(100_000), 'plaintext');
		read(`${mark.repeat(60)}\n\n${news}`, 'plaintext');
		assert.ok(process.cpuUsage(start).user < 5_000_000, mark);
	}
});

test('a writer who talks to the reader argues; one who reports, and one who is quoted, do not', () => {
	const asides =
		'We have seen this before. You don’t sell a ferry in a week. Is that a plan? It’s a wish, and it won’t float.';
	assert.equal(read(`${news}\n${asides}\n`), 'analysis (form)');
	assert.equal(read(`${news}\nShe said: “${asides}”\n`), 'news (form)');
	const report = 'The board met in the old hall and talked until noon. Nobody made a bid for the ferry.';
	assert.equal(read(`${news}\nIt’s the third sale. ${`${report} `.repeat(6)}\n`), 'news (form)');
	assert.equal(read(`${news}\n${asides}\n\n${`${report} `.repeat(20)}\n`), 'news (form)');
});
