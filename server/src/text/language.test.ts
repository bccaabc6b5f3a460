import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentLanguage, isEnglish, languageCounts } from './language';
import { tokenize } from './tokens';

const english = 'The minister said on Tuesday that the talks would resume next week, but she did not name a place.';
const french =
	'La ministre a dit mardi que les discussions reprendraient la semaine prochaine, mais elle n’a pas précisé le lieu.';

const others = {
	French: french,
	'a French headline': 'Le gouvernement face à ses alliés dans la crise',
	German:
		'Die Ministerin sagte am Dienstag, dass die Gespräche in der nächsten Woche fortgesetzt werden, aber sie nannte keinen Ort.',
	Spanish:
		'La ministra dijo el martes que las conversaciones se reanudarán la próxima semana, pero no precisó el lugar.',
	Dutch:
		'De minister zei dinsdag dat de gesprekken volgende week worden hervat, maar ze was in de Kamer niet over de plaats.',
	Italian:
		'La ministra ha detto martedì che i colloqui riprenderanno la settimana prossima, ma non ha indicato il luogo.',
	Swedish: 'Ministern sade på tisdagen att samtalen ska återupptas nästa vecka, men hon nämnde inte någon plats.',
	Portuguese:
		'A ministra disse na terça-feira que as conversas serão retomadas na próxima semana, mas não indicou o local.',
	Polish:
		'Minister powiedziała we wtorek, że rozmowy zostaną wznowione w przyszłym tygodniu, ale nie podała miejsca i nie wyszła.',
	Hebrew: 'השרה אמרה ביום שלישי כי השיחות יתחדשו',
	Russian: 'Министр сказала, что переговоры возобновятся.',
	'an unknown language':
		'Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor incididunt labore dolore magna aliqua enim minim veniam quis',
};
for (const [name, text] of Object.entries(others)) {
	test(`language: ${name} is not English`, () => assert.equal(isEnglish(text), false));
}

test('language: English prose is English', () => {
	assert.equal(isEnglish(english), true);
	assert.equal(isEnglish(languageCounts(tokenize(english))), true);
	assert.equal(isEnglish('Envoys headed to Lund as Marsh sees a good chance for a deal'), true);
	assert.equal(
		isEnglish('He called it “un coup de théâtre pour les gens”, and the deputy minister agreed with him about that.'),
		true,
	);
});

test('language: too few words, or only names, tell nothing', () => {
	for (const text of [
		'',
		'42',
		'Marsh, 51',
		'Okafor, Lindqvist, Reyes, Brandt Meet Diaz',
		'Rio de Janeiro, Santiago de Chile, San Salvador',
	]) {
		assert.equal(isEnglish(text), null, text);
	}
});

test('language: a terse English headline is never taken for another language', () => {
	for (const text of [
		'Police arrest three men',
		'Stocks fall sharply amid tariff fears',
		'Von der Heide, De la Cruz Win Medals',
		'Profits soared, margins shrank, shares tumbled, analysts grumbled, investors fled',
	]) {
		assert.notEqual(isEnglish(text), false, text);
	}
});

test('language: a document speaks the language of most of its words', () => {
	const counts = [english, english, french, 'Marsh, 51'].map(text => languageCounts(text));
	assert.equal(documentLanguage(counts), 'en');
	assert.equal(documentLanguage(counts.slice(2)), 'other');
	assert.equal(documentLanguage(counts.slice(3)), 'unknown');
	assert.equal(documentLanguage([]), 'unknown');
});
