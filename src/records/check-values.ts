import { __, sprintf } from '@wordpress/i18n';
import type { FieldConfig } from '../entities/boot';
import { amountWanted } from '../shared/amount-wanted';

/**
 * What can be said about values before the server is asked, in words, by field. The server decides; this only saves
 * the wait.
 *
 * @param fields Field facts of the noun.
 * @param values Values of the form.
 */
export function checkValues( fields: FieldConfig[], values: Record< string, unknown > ): Record< string, string > {
	const messages: Record< string, string > = {};
	for ( const { id, kind, label, required, readonly } of fields ) {
		const value = values[ id ] ?? '';
		if ( required && ! readonly && String( value ).trim() === '' ) {
			messages[ id ] = sprintf(
				/* translators: %s: label of a field. */
				__( 'Fill in “%s”.', 'carnet-crm' ),
				label
			);
		} else if ( kind === 'money' && typeof value === 'string' && value !== '' ) {
			messages[ id ] = amountWanted();
		} else if ( kind === 'email' && value && ! /^\S+@\S+\.\S+$/.test( String( value ).trim() ) ) {
			messages[ id ] = __( 'Enter an email address such as anna@example.com.', 'carnet-crm' );
		} else if ( kind === 'url' && value && ! /^https?:\/\/\S+$/i.test( String( value ).trim() ) ) {
			messages[ id ] = __( 'Enter an address that begins with https:// or http://.', 'carnet-crm' );
		}
	}
	return messages;
}
