import { accountWords } from './accounts/words';
import { actionWords } from './actions/words';
import { contactWords } from './contacts/words';
import { dealWords } from './deals/words';
import { quoteWords } from './quotes/words';
import type { Words } from './records/noun';
import { taskWords } from './tasks/words';

const WORDS: Record< string, () => Words > = {
	account: accountWords,
	action: actionWords,
	contact: contactWords,
	deal: dealWords,
	quote: quoteWords,
	task: taskWords,
};

/**
 * The words of a noun, on or off, for screens without lists and forms: what nouns.ts has besides brings DataViews along.
 *
 * @param entity For example `contact`.
 */
export const wordsOf = ( entity: string ): Words | undefined => WORDS[ entity ]?.();
