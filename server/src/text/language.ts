import { codeAt, isLetter, isLower } from './characters';
import { type Token, tokenize } from './tokens';

/** What a block tells of its language; counts of blocks add up to those of their document. */
export interface LanguageCounts {
	/** Words of any script. */
	readonly words: number;
	/** Of these, English function words that are rare in other languages. */
	readonly functionWords: number;
	/** Function words of other languages in Latin letters that are not English words. */
	readonly foreignWords: number;
	/** Words in Latin letters. */
	readonly latinWords: number;
	/** Of these, those in lower case: neither names nor the words of a headline. */
	readonly plainWords: number;
}

const english = words(
	"the and to that with for from his her their they this which has have been it he she at by as on are not n't who but its " +
		'would could should will were than after before about into through when where while because more our your what there if ' +
		'only these those being did does how why then over under against between during amid says said you of is was had we be ' +
		'in a an or i my me do all no so some any other new one two up out him them us',
);
/** Function words of the languages a newsroom is likeliest to hold besides; few are English words, and those are rare ones. */
const foreign = words(
	// French, Spanish, Italian, Portuguese
	'les des une est dans pour que qui sur pas avec sont aux ont mais cette leur nous vous elle ils était du au et ce ' +
		'son ses ces par sera été lors selon los las una por para como pero más está han fue sus ser sobre entre cuando muy ' +
		'también desde y en el lo se dijo il gli della delle dei che per con sono non nel alla anche questo stato è di dal più e ' +
		'os uma não dos das ao pela foi mais em um disse ' +
		// German, Dutch
		'der die das und ist nicht mit den von ein eine auf für sich dem des im zu auch als nach wie aus bei wird werden sind ' +
		'hat über einen einer einem noch vor zum zur er sie wir ich dass sagte würde würden hatte haben kann ihre seine gegen ' +
		'durch vom wurde wurden oder aber wenn nur mehr kein keine ' +
		'het een van niet dat zijn op te voor met aan ook naar maar om uit bij heeft hij ze wordt deze dit nog dan werd worden ' +
		'geen tegen zei hebben hun wel ' +
		// Swedish, Norwegian, Danish
		'och att som det är på av inte till har ett jag vid från vi nu också ikke og af sig hon efter med til fra være blev mod ved ' +
		// Polish, Hungarian, Turkish, Finnish
		'się nie że na jest oraz przez od po w z az egy és hogy nem ve bir bu için ja ei että',
);
/** Particles of names: foreign only where no name follows. */
const particles = words('de la le van von da di du del den der el los las');

/** Below so many words a block is not judged. */
const fewWords = 4;
/** Below so many plain words, a lack of English function words proves nothing: names and headlines have few. */
const fewPlainWords = 15;
/** Of ten words of news two to five are function words; with half of that it is likely English if nothing speaks against it. */
const englishShare = 0.2;
const likelyShare = 0.12;
const foreignShare = 0.12;
/** Of a language we hold no words of, less than this looks English by chance. */
const chanceShare = 0.08;

/** What a word tells; of a word that is in two lists, the first. */
type WordClass = 'english' | 'particle' | 'foreign';

const classes: ReadonlyMap<string, WordClass> = new Map<string, WordClass>([
	...[...foreign].map(word => [word, 'foreign'] as const),
	...[...particles].map(word => [word, 'particle'] as const),
	...[...english].map(word => [word, 'english'] as const),
]);

const counted = new WeakMap<readonly Token[], LanguageCounts>();

/** The counts of a block's prose, or of its tokens if they are at hand; the same tokens are counted once. */
export function languageCounts(prose: string | readonly Token[]): LanguageCounts {
	if (typeof prose === 'string') return count(tokenize(prose));
	const known = counted.get(prose);
	if (known !== undefined) return known;
	const counts = count(prose);
	counted.set(prose, counts);
	return counts;
}

function count(tokens: readonly Token[]): LanguageCounts {
	let all = 0;
	let functionWords = 0;
	let foreignWords = 0;
	let latinWords = 0;
	let plainWords = 0;
	for (let i = 0; i < tokens.length; i++) {
		const { kind, lower, text } = tokens[i] as Token;
		if (kind !== 'word') continue;
		const first = codeAt(text, 0);
		if (!isLetter(first)) continue;
		all++;
		if (first >= 0x250) continue;
		latinWords++;
		if (isLower(first)) plainWords++;
		switch (classes.get(lower)) {
			case 'english':
				// “i” alone is a slip, a numeral or another language's.
				if (text !== 'i') functionWords++;
				break;
			case 'particle':
				if (!isName(tokens[i + 1])) foreignWords++;
				break;
			case 'foreign':
				foreignWords++;
				break;
			default:
				if (isElided(lower)) foreignWords++;
		}
	}
	return { words: all, functionWords, foreignWords, latinWords, plainWords };
}

/** Whether a block's prose is English, by its words or their counts; null where it has too few words to tell. */
export function isEnglish(prose: string | LanguageCounts): boolean | null {
	return judge(typeof prose === 'string' ? languageCounts(prose) : prose);
}

/** The language of a document, from the counts of its blocks. */
export function documentLanguage(blocks: Iterable<LanguageCounts>): 'en' | 'other' | 'unknown' {
	const sum = { words: 0, functionWords: 0, foreignWords: 0, latinWords: 0, plainWords: 0 };
	for (const counts of blocks) {
		sum.words += counts.words;
		sum.functionWords += counts.functionWords;
		sum.foreignWords += counts.foreignWords;
		sum.latinWords += counts.latinWords;
		sum.plainWords += counts.plainWords;
	}
	const english = judge(sum);
	if (english === null) return 'unknown';
	return english ? 'en' : 'other';
}

function judge({ words, functionWords, foreignWords, latinWords, plainWords }: LanguageCounts): boolean | null {
	// Another script needs no function words: two words of it are enough.
	if (words >= 2 && latinWords * 2 < words) return false;
	if (latinWords < fewWords) return null;
	if (functionWords >= foreignWords * 1.5 && functionWords >= latinWords * englishShare) return true;
	if (foreignWords >= 2 && foreignWords > functionWords && foreignWords >= latinWords * foreignShare) return false;
	if (plainWords >= fewPlainWords && functionWords < latinWords * chanceShare) return false;
	const likely = functionWords >= 2 && functionWords >= latinWords * likelyShare && foreignWords * 2 < functionWords;
	return likely ? true : null;
}

/** French and Italian `l’état`, `qu’il`. */
function isElided(lower: string): boolean {
	const mark = lower.charCodeAt(1) === 0x27 ? 1 : lower.charCodeAt(2) === 0x27 && lower.startsWith('qu') ? 2 : 0;
	return mark > 0 && lower.length > mark + 1 && 'ldncjsmq'.includes(lower.charAt(0));
}

/** A name, or one more particle of it. */
function isName(token: Token | undefined): boolean {
	if (token === undefined || token.kind !== 'word') return false;
	return !isLower(codeAt(token.text, 0)) || particles.has(token.lower);
}

function words(list: string): ReadonlySet<string> {
	return new Set(list.split(' '));
}
