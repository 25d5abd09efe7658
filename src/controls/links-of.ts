import { entityConfig } from '../entities/boot';

type Values = Record< string, unknown >;

/**
 * The links that a record of a noun can take from another: a contact's account for a deal of that contact, the chosen
 * account for a contact that is created in place. Only those that are still empty.
 *
 * @param relation Noun whose links they are.
 * @param from     Where they are taken from.
 * @param into     What has its own already.
 */
export function linksOf( relation: string, from: Values | undefined, into: Values = {} ): Values {
	return Object.fromEntries(
		entityConfig( relation )
			.fields.filter( ( { id, kind } ) => kind === 'relation' && from?.[ id ] && ! into[ id ] )
			.map( ( { id } ) => [ id, from?.[ id ] ] )
	);
}
