import { account } from './accounts/account';
import { contact } from './contacts/contact';
import { entityConfig } from './entities/boot';
import type { Noun } from './records/noun';

/** Every noun that has screens. */
const NOUNS: Noun[] = [ account, contact ];

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
