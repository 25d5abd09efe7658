import { __ } from '@wordpress/i18n';

/** What is said beside a field whose text is no amount. */
export function amountWanted(): string {
	return __( 'Enter an amount such as 1234.56.', 'carnet-crm' );
}
