import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frontMatterFields, frontMatterLength } from './frontMatter';

const yaml =
	'---\ntitle: "The dam: a history"\nGenre: opinion # for now\nlang: en\ntags: [a, b]\nauthor:\n  name: Roe\n---';

test('simple fields are read, others left out', () => {
	const fields = { ...frontMatterFields(yaml) };
	assert.deepEqual(fields, { title: 'The dam: a history', genre: 'opinion', lang: 'en' });
});

test('TOML fields and every kind of line end', () => {
	assert.deepEqual({ ...frontMatterFields("+++\r\ngenre = 'news'\r\n+++") }, { genre: 'news' });
	assert.deepEqual({ ...frontMatterFields('---\r__proto__: x\rlang: da\r---') }, { lang: 'da' });
});

test('front matter is closed by a fence of its kind and opens the text', () => {
	assert.equal(frontMatterLength(`${yaml}\n\nText`), yaml.length);
	assert.equal(frontMatterLength(`\ufeff${yaml}`, 1), yaml.length);
	assert.equal(frontMatterLength('--- \na: b\n---'), 13);
	for (const text of ['', '---', '---\na: b', '---\na: b\n+++', '\n---\na\n---', '----\na\n---', 'a\n---\n']) {
		assert.equal(frontMatterLength(text), 0, JSON.stringify(text));
	}
});
