/** Whatever a file may hold: it is read to the end and told as JSON. Times are limits for a hang, no measure of speed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentsOf, runIn } from './testing';

const sentence = 'The builder had been told of the cracks in March, sources said. ';
const paragraph = `${sentence.repeat(8).trim()}\n\n`;
const repeated = (part: string, length: number) => part.repeat(Math.ceil(length / part.length)).slice(0, length);

const inputs: Readonly<Record<string, string>> = {
	empty: '',
	'line ends only': '\n\r\n\r\r\n',
	'five megabytes of text': repeated(paragraph, 5_000_000),
	'five megabytes of paragraphs that differ': Array.from(
		{ length: 20_000 },
		(_, i) => `In house ${i}, ${sentence.repeat(4)}`,
	)
		.join('\n\n')
		.slice(0, 5_000_000),
	'one line of a megabyte': repeated(sentence, 1_000_000),
	'lone surrogates': `\ud800 ${sentence}\udc00“\ud83d” said \ud800\n\n${sentence}\udfff`,
	'null bytes': `${sentence.replaceAll('s ', 's\0 ')}\0\n\n\0`,
	'unclosed quotes': repeated(`“${sentence}\n\n"${sentence}\n\n‘${sentence}'\n\n`, 500_000),
	'one unclosed quote over a megabyte': `“${repeated(paragraph, 1_000_000)}`,
	'only furniture': repeated('(Photo: A. Person / Agency)\n\nGallery, 3 of 12\n\nComments\n\n', 100_000),
	'right to left': repeated('أعلن مصدر مسؤول أن المحادثات ستبدأ غدا. \u202Eאמר מקור בכיר\u202C\n\n', 200_000),
	'a megabyte of nested links': `${'[a'.repeat(170_000)}${'](b)'.repeat(170_000)}`,
	'a megabyte of nested links and emphasis': `${'*[_a'.repeat(110_000)}${'_](b)*'.repeat(110_000)}`,
	'a megabyte of emphasis': repeated('**a *b _c __d ', 1_000_000),
	'a megabyte of dashes and dots': repeated('a — b … c - d . ', 1_000_000),
	'a megabyte without a space': repeated('said', 1_000_000),
};

for (const extension of ['md', 'txt']) {
	for (const [name, text] of Object.entries(inputs)) {
		test(`${name}, .${extension}`, { timeout: 120_000 }, async () => {
			const stdinPath = `draft.${extension}`;
			const ran = await runIn({ stdin: text }, 'check', '-', '--stdin-path', stdinPath, '--format', 'json');
			assert.ok(ran.code === 0 || ran.code === 1, ran.stderr);
			const [document] = documentsOf(ran);
			assert.equal(document?.error, undefined);
			let last = 0;
			for (const { span } of document?.findings ?? []) {
				assert.ok(span[0] >= last && span[1] > span[0] && span[1] <= text.length, `${span} after ${last}`);
				last = span[0];
			}
		});
	}
}

test('many bad files in one run do not disturb the next', { timeout: 120_000 }, async () => {
	const files = {
		...Object.fromEntries(
			Object.values(inputs)
				.filter(text => text.length < 600_000)
				.map((text, i) => [`${i}.md`, text]),
		),
		'z.md': paragraph,
	};
	const documents = documentsOf(await runIn({ files }, 'check', '--format', 'json', ...Object.keys(files)));
	assert.equal(documents.length, Object.keys(files).length);
	assert.deepEqual(
		documents.find(({ path }) => path === 'z.md')?.findings.map(({ rule }) => rule),
		['anonymous-source'],
	);
});
