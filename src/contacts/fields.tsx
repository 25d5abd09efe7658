import type { CrmRecord } from '../entities/record';
import type { Renderers } from '../records/noun';

/**
 * What a contact is called: the name, or the e-mail address where there is none.
 *
 * @param record Contact.
 */
export function contactTitle( record: CrmRecord ): string {
	const { first_name: first, last_name: last, email } = record;
	return [ first, last ].filter( Boolean ).join( ' ' ) || String( email ?? '' );
}

/** The contact's own, else the account's, told apart for the eye and by the title. */
function ownOrAccounts( field: string, record: CrmRecord ) {
	if ( record[ field ] ) {
		return <>{ record[ field ] }</>;
	}
	const borrowed = record[ `account_${ field }` ];
	return borrowed ? (
		<span className="carnet-borrowed" title={ String( record.account_name ?? '' ) }>
			{ String( borrowed ) }
		</span>
	) : null;
}

export const contactRenderers: Renderers = {
	city: ( { item } ) => ownOrAccounts( 'city', item ),
	postcode: ( { item } ) => ownOrAccounts( 'postcode', item ),
};
