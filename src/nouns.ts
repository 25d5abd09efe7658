import { account } from './accounts/account';
import { action } from './actions/action';
import { contact } from './contacts/contact';
import { deal } from './deals/deal';
import { entityConfig } from './entities/boot';
import { quote } from './quotes/quote';
import type { Noun } from './records/noun';
import { task } from './tasks/task';

/** Every noun that has screens. */
const NOUNS: Noun[] = [ account, contact, action, deal, quote, task ];

/**
 * A noun by its singular name, or undefined.
 *
 * @param entity For example `contact`.
 */
export function nounOf( entity: string ): Noun | undefined {
	return NOUNS.find( ( noun ) => noun.entity === entity );
}

/**
 * A noun by its admin page, or undefined.
 *
 * @param page For example `carnet-contacts`.
 */
export function nounOfPage( page: string ): Noun | undefined {
	return NOUNS.find( ( { entity } ) => entityConfig( entity ).page === page );
}
