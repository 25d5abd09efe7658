import { account } from './accounts/account';
import { action } from './actions/action';
import { contact } from './contacts/contact';
import { deal } from './deals/deal';
import { entityConfig, isOn } from './entities/boot';
import { quote } from './quotes/quote';
import type { LinkedView, Noun } from './records/noun';
import { task } from './tasks/task';

/** Every noun, those that are off in the settings included. */
const NOUNS: Noun[] = [ account, contact, action, deal, quote, task ];

/** The nouns that have screens: PHP tells of no others. */
const active = () => NOUNS.filter( ( { entity } ) => isOn( entity ) );

/**
 * A noun by its singular name; undefined where there is none, or it is off.
 *
 * @param entity For example `contact`.
 */
export function nounOf( entity: string ): Noun | undefined {
	return active().find( ( noun ) => noun.entity === entity );
}

/**
 * A noun by its admin page, or undefined.
 *
 * @param page For example `carnet-contacts`.
 */
export function nounOfPage( page: string ): Noun | undefined {
	return active().find( ( { entity } ) => entityConfig( entity ).page === page );
}

/**
 * The linked views of a noun whose nouns are on.
 *
 * @param noun The noun around them.
 */
export function linkedViews( noun: Noun ): LinkedView[] {
	return noun.linked.filter( ( { entity } ) => nounOf( entity ) );
}
