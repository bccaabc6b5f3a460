import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseOfThirdPerson, indefiniteArticle, inflectLike, lemmaForms, verbForms } from './inflection';

test('verb forms', () => {
	const cases: readonly (readonly [string, string])[] = [
		['claim', 'claims claimed claimed claiming'],
		['slam', 'slams slammed slammed slamming'],
		['admit', 'admits admitted admitted admitting'],
		['offer', 'offers offered offered offering'],
		['blast', 'blasts blasted blasted blasting'],
		['argue', 'argues argued argued arguing'],
		['agree', 'agrees agreed agreed agreeing'],
		['deny', 'denies denied denied denying'],
		['say', 'says said said saying'],
		['betray', 'betrays betrayed betrayed betraying'],
		['lie', 'lies lied lied lying'],
		['push', 'pushes pushed pushed pushing'],
		['veto', 'vetoes vetoed vetoed vetoing'],
		['panic', 'panics panicked panicked panicking'],
		['quiz', 'quizzes quizzed quizzed quizzing'],
		['shake', 'shakes shook shaken shaking'],
		['write', 'writes wrote written writing'],
		['have', 'has had had having'],
		['focus', 'focuses focused focused focusing'],
		['rail', 'rails railed railed railing'],
		['vow', 'vows vowed vowed vowing'],
		['mix', 'mixes mixed mixed mixing'],
		['reveal', 'reveals revealed revealed revealing'],
		['criticize', 'criticizes criticized criticized criticizing'],
		['lash out', 'lashes out lashed out lashed out lashing out'],
	];
	for (const [lemma, expected] of cases) {
		const { base, s, past, participle, ing } = verbForms(lemma);
		assert.equal(base, lemma);
		assert.equal(`${s} ${past} ${participle} ${ing}`, expected);
	}
});

test('irregular forms that are given win', () => {
	assert.equal(inflectLike('plead', 'past', { past: 'pled' }), 'pled');
	assert.equal(inflectLike('plead', 'participle', { past: 'pled' }), 'pled');
	assert.equal(inflectLike('lie', 'participle', { past: 'lay', participle: 'lain' }), 'lain');
	assert.equal(inflectLike('promote', 'ing'), 'promoting');
	assert.equal(inflectLike('say', 's'), 'says');
});

test('every spelling, with its form', () => {
	assert.deepEqual(lemmaForms('shake'), [
		['shake', 'base'],
		['shakes', 's'],
		['shook', 'past'],
		['shaken', 'participle'],
		['shaking', 'ing'],
	]);
	const spellings = new Set(lemmaForms('be').map(([word]) => word));
	for (const word of ['am', 'are', 'is', 'was', 'were', 'been', 'being', "'s", "'re"])
		assert.ok(spellings.has(word), word);
});

test('a or an', () => {
	const an = [
		'evaluation',
		'official',
		'hour',
		'honest',
		'heir',
		'FBI',
		'MP',
		'8-year',
		'18',
		'11',
		'umbrella',
		'X-ray',
		'accord',
		'unimportant',
		'onerous',
	];
	const a = [
		'government',
		'unit',
		'European',
		'university',
		'one-sided',
		'UN',
		'house',
		'100',
		'1,100',
		'NATO',
		'user',
		'UK',
	];
	for (const word of an) assert.equal(indefiniteArticle(word), 'an', word);
	for (const word of a) assert.equal(indefiniteArticle(word), 'a', word);
	assert.equal(indefiniteArticle(''), 'a');
});

test('the dictionary form behind a third person', () => {
	const pairs =
		'crosses:cross causes:cause carries:carry dies:die reaches:reach goes:go waits:wait says:say has:have chases:chase';
	for (const pair of pairs.split(' ')) {
		const [word = '', base] = pair.split(':');
		assert.equal(baseOfThirdPerson(word), base);
	}
	assert.equal(baseOfThirdPerson('is'), null);
	assert.equal(baseOfThirdPerson(''), null);
});
