/**
 * Page furniture: lines a page puts between and around the prose. A line is furniture only by its whole form;
 * "Comments by the minister drew anger." is prose.
 */
import { countWords, endsSentence, hasFinalStop, hasLetter, isRightToLeft, startsUpper } from './form';

/** What a line of furniture is. */
export type Furniture =
	| 'credit'
	| 'gallery'
	| 'byline'
	| 'date'
	| 'promotion'
	| 'comments'
	| 'notice'
	| 'copyright'
	| 'label'
	| 'symbols'
	| 'other-script';

const agency =
	/^(?:afp|ap|ap photo|associated press|the associated press|reuters|getty|getty images?|getty images [a-z][a-z]+(?: [a-z][a-z]+)?|epa|epa-efe|efe|shutterstock|istock|alamy|pa|pa media|pa wire|pa images|xinhua|tass|anadolu|anadolu agency|dpa|zuma|zuma press|bloomberg|nurphoto|flickr|unsplash|wikimedia(?: commons)?|pool|handout|file|file photo|archive|courtesy|various sources|social media|screenshot)$/;
const onlyAgency =
	/^(?:afp|ap photo|reuters|getty images?|epa-efe|shutterstock|istock|alamy|pa media|pa wire|anadolu agency|zuma press|nurphoto|unsplash|wikimedia commons|file photo|file image|handout photo|handout)$/;
const creditWord =
	/^(?:file |stock |archive |handout |courtesy |cover |lead |ap |afp |epa |reuters )?(?:photos?|photographs?|photography|images?|pictures?|pics?|video|illustrations?|graphics?|screenshot|screengrab|credits?|photo credits?|image credits?|picture credits?)(?: credits?| courtesy| source| by)?\s?[:/|©]/;
const creditBy =
	/^(?:photos?|photographs?|photography|images?|pictures?|illustrations?|graphics?|video) (?:by|courtesy(?: of)?|via|from) (?=\S)/;
const bracketCredit =
	/^(?:file )?(?:photos?|images?|pictures?|illustrations?|video|credit|screenshot|ap photo|afp|reuters|epa|getty)(?:\b.*)?$/;
const trailingCredit =
	/(?:\((?:file )?(?:photos?|images?|pictures?|credit|photo credit)\s?:[^()]{1,120}\)+|\((?:AP Photo|AFP|Reuters|EPA|Getty Images)\s?[/|][^()]{1,120}\)|\b(?:Photo|Image|Picture|Credit): [^.:;]{2,80})$/;

const gallery =
	/^(?:\d{1,3} )?(?:view|see|open|launch|enter|start)? ?(?:full |photo |picture |image )?(?:gallery|galleries|slideshow|slide show)(?: \(\d{1,3}\))?$|^(?:photo |image |picture |slide )?\d{1,3} ?(?:\/|of) ?\d{1,3}$|^\d{1,3} (?:photos|images|pictures|slides)$/;

const byWord = /^by:? /;
const bylineSmall =
	/^(?:and|de|del|della|da|di|van|von|der|den|bin|al|el|la|le|in|of|for|the|with|staff|writers?|correspondents?|reporters?|editors?|agencies|special|to)$/;
const dated =
	/^(?:first |last |originally )?(?:published|updated|posted|modified|created|date|issued|revised)(?: on| at| online)?\b:? ?(?=.*\d)[^.!?]{4,70}$|^(?:published|updated|last updated|posted):? (?:just now|today|yesterday|an? \w+ ago)[^.!?]{0,30}$/;
const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?';
const day = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?';
const clock = '(?:[,|·•–—-]? ?(?:at )?\\d{1,2}[:.]\\d{2}(?::\\d{2})? ?(?:[ap]\\.?m\\.?)? ?(?:[a-z]{2,5})?)?';
const date = new RegExp(
	`^${day}(?:\\d{1,2}(?:st|nd|rd|th)? ${month},? \\d{4}|${month} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{4}-\\d{2}-\\d{2})${clock}$`,
);
const readingTime =
	/^(?:(?:reading time|read time|estimated reading time):? )?\d{1,3}[ -]?min(?:ute)?s?\.?(?: read| reading time)?$/;
const bareMinutes = /^\d{1,3} ?min(?:ute)?s?\.?$/;

const promotionExact =
	/^(?:share|tweet|print|save|copy link|e-?mail|whatsapp|telegram|facebook|twitter|linkedin|reddit|follow|listen|watch live|subscribe|newsletters?|advertisement|advertising|advertorial|ad|sponsored|sponsored content|promoted|promoted content|paid content|recommended|recommended (?:stories|reading|for you)|most (?:read|popular|viewed)|trending|trending now|top stories|latest news|related|related (?:articles?|stories|news|topics?|content|coverage|links)|more (?:stories|news|from .{2,40})|more on this(?: story| topic)?|read more|read more here|read also|also read|see also|you may also like|you might also like|continue reading|keep reading|load more|show more|skip to (?:main )?content|skip advertisement|menu|search|home|log ?in|sign in|sign up|register|my account|back to top|click here|tags|topics|live updates|privacy (?:policy|notice)|cookie policy|terms (?:of (?:use|service)|and conditions)|about us|contact us|article continues (?:below|after) (?:this )?(?:ad|advertisement)|story continues (?:below|after)(?: this)?(?: ad| advertisement)?|share (?:this|on|via|to|with|article|story|full article|link)(?: .{1,30})?)$/;
const promotionLabel =
	/^(?:read more|read also|read next|also read|more|related|related (?:article|story|news|coverage|content)|see also|recommended|don[’']t miss|watch(?: live)?|listen|tags|topics|filed under|more on|more from|share this|follow us|contact us)\s?[:|»→>]\s?\S/;
const promotionSentence =
	/^(?:subscribe (?:now|today|here|to (?:our|the|receive|get))|sign up (?:now|today|here|for (?:our|the|free|daily|weekly)|to (?:our|the|receive|get))|follow (?:us|our|me)\b|follow .{2,60} on (?:twitter|x|facebook|instagram|telegram|whatsapp|bluesky|mastodon|threads|linkedin|google news)|join (?:our|us on) |get (?:our|the) (?:daily |weekly |free |latest |best )?(?:\w+ )?(?:newsletters?|app|alerts?)|download (?:our|the) .{0,20}app|click here (?:to|for)|like us on|support (?:our|independent) journalism|this article (?:was )?(?:is )?(?:sponsored|an advertisement)|want more stories like this)/;

const comments =
	/^(?:\d[\d,.]* )?comments?(?: ?\(\d[\d,.]*\))?:?$|^(?:leave|post|add|write|submit) (?:a |your )?(?:comment|reply)s?$|^(?:view|show|see|hide|read|load)(?: all| more)?(?: \d[\d,.]*)? comments(?: \(\d+\))?$|^(?:be the first to comment|no comments yet|comments are (?:now )?closed|comments (?:off|closed)|join the (?:conversation|discussion)|add to the (?:conversation|discussion)|start the conversation|have your say|discussion|talkbacks?)[.!]?$/;
const policy =
	/\b(?:privacy (?:policy|notice)|terms (?:of (?:use|service)|and conditions)|terms & conditions|(?:community|comment(?:ing)?) (?:guidelines|standards|rules|policy)|house rules|cookie (?:policy|notice))\b/;
const noticeOpening =
	/^(?:the commenters?|commenters|all comments?|comments (?:are|must|that|will|may|submitted)|your comments?|by (?:submitting|posting|commenting|signing up|subscribing|clicking|using|registering|continuing|accessing)|please (?:read|note|see|review|keep|be)|users (?:must|agree|are|should)|you (?:agree|must|may)|we (?:use cookies|reserve|moderate|welcome)|this (?:web)?site (?:uses|is)|read our|see our)/;
const noticeAfterComments =
	/\b(?:commenters?|moderat(?:e|ed|ion|ors?)|log(?:ged)? ?in|sign(?:ed)? in|register(?:ed)? to|comment(?:s|ing)? (?:on this|section|policy|rules|below)|terms of use|privacy policy|guidelines|e-?mail address|required fields|notify me)\b/;
const copyright = /^(?:©|\(c\) ?\d{4}|copyright ?(?:©|\(c\)|\d{4})|copyright:)|\ball rights reserved\b.{0,20}$/;
const label =
	/^(?:opinion|analysis|editorial|comment|commentary|column|exclusive|breaking|breaking news|live|news|world|politics|business|feature|features|interview|q ?& ?a|explainer|fact[ -]?check|review|letters?(?: to the editor)?|press release|news release|media release|for immediate release|correction|perspective|viewpoint|guest essay|op-ed|sponsored|special report|investigation|news analysis|embargoed until .{4,40})$/;

const longestFurniture = 600;

/** What kind of furniture a whole line or block is, or null where it is prose. */
export function furnitureOf(text: string, words = countWords(text)): Furniture | null {
	if (text.length > longestFurniture) return null;
	// The patterns are in lower case: matching without case costs much, at the first match above all.
	const lower = text.toLowerCase();
	if (!hasLetter(text)) return gallery.test(lower) ? 'gallery' : date.test(lower) ? 'date' : 'symbols';
	if (isRightToLeft(text)) return !endsSentence(text) && words <= 20 ? 'other-script' : null;
	if (noticeOpening.test(lower) && policy.test(lower)) return 'notice';
	if (words > 40) return null;
	if (copyright.test(lower)) return 'copyright';
	if (words <= 25 && isCredit(text, lower)) return 'credit';
	if (promotionSentence.test(lower)) return 'promotion';
	if (text.length > 160) return null;
	if (gallery.test(lower)) return 'gallery';
	if (comments.test(lower)) return 'comments';
	if (label.test(lower)) return 'label';
	if (promotionExact.test(lower.replace(/:$/, ''))) return 'promotion';
	if (promotionLabel.test(lower) && !endsSentence(text)) return 'promotion';
	if (isByline(text, lower)) return 'byline';
	const undotted = lower.replace(/\b([ap])\.m\.?/, '$1m');
	if (date.test(lower) || dated.test(undotted)) return 'date';
	return readingTime.test(lower) && !bareMinutes.test(lower) ? 'date' : null;
}

/** Whether a line of this kind is furniture wherever it stands; others could be the last words of a wrapped sentence. */
export function saysSoAlone(kind: Furniture): boolean {
	return kind !== 'label' && kind !== 'comments' && kind !== 'symbols' && kind !== 'date';
}

/** Whether a block after a "Comments" line belongs to the page and not to a reader. */
export function isCommentNotice(text: string): boolean {
	return text.length <= 2_000 && (noticeAfterComments.test(text.toLowerCase()) || policy.test(text.toLowerCase()));
}

/** Whether prose ends with a picture credit, as captions do. */
export function endsWithCredit(text: string): boolean {
	return trailingCredit.test(text.slice(-200));
}

function isCredit(text: string, lower: string): boolean {
	const bracketed = /^[([].*[)\]]$/.test(lower);
	const bare = bracketed ? lower.replace(/^[([\s]+|[)\]\s]+$/g, '') : lower;
	if (creditWord.test(bare)) return bracketed || !hasFinalStop(bare);
	if (lower.startsWith('(') && creditWord.test(lower.slice(1))) return true;
	if (hasFinalStop(bare)) return false;
	const words = countWords(bare);
	if (bracketed && bracketCredit.test(bare) && (words <= 3 || /[:/|]/.test(bare))) return true;
	const by = creditBy.exec(lower)?.[0];
	if (by !== undefined) return words <= 12 && startsUpper(text.slice(by.length));
	return onlyAgency.test(bare) || isAgencyLine(bracketed ? text.slice(1, -1) : text);
}

/** `Jane Doe/Reuters`, `Pool / AFP via Getty Images`: names and at least one agency, with strokes or "via" between. */
function isAgencyLine(text: string): boolean {
	if (text.length > 120 || !/[/|©]| via /.test(text)) return false;
	const parts = text.split(/\s*[/|©]\s*|\s+via\s+|,\s+/).filter(part => part !== '');
	const isAgency = (part: string) => agency.test(part.toLowerCase());
	return parts.some(isAgency) && parts.every(part => isAgency(part) || isName(part));
}

function isName(text: string): boolean {
	const words = text.split(/\s+/);
	return words.length <= 6 && words.every(word => startsUpper(word) || bylineSmall.test(word));
}

/** `By Jane Doe`, `BY JANE DOE and John Roe, Staff Writers`. */
function isByline(text: string, lower: string): boolean {
	const by = byWord.exec(lower)?.[0];
	if (by === undefined || endsSentence(text)) return false;
	const words = text
		.slice(by.length)
		.split(/[\s,|•·]+/)
		.filter(word => word !== '');
	const first = words[0];
	if (first === undefined || words.length > 14 || !startsUpper(first)) return false;
	const names = words.filter(startsUpper).length;
	const isPart = (word: string) => startsUpper(word) || bylineSmall.test(word) || /^[&/–—-]$/.test(word);
	return names >= Math.min(2, words.length) && words.every(isPart);
}
