import { __ } from '@wordpress/i18n';

export const VIEW = 'carnet_view';
export const MANAGE = 'carnet_manage';

/** The capabilities in the order of the table, in words. */
export function rightsInWords(): Array< { capability: string; label: string } > {
	return [
		{ capability: VIEW, label: __( 'See records', 'carnet-crm' ) },
		{ capability: 'carnet_edit', label: __( 'Change records', 'carnet-crm' ) },
		{ capability: 'carnet_others', label: __( 'Records of others', 'carnet-crm' ) },
		{ capability: 'carnet_export', label: __( 'Export', 'carnet-crm' ) },
		{ capability: 'carnet_purge', label: __( 'Delete for good', 'carnet-crm' ) },
		{ capability: MANAGE, label: __( 'Settings', 'carnet-crm' ) },
	];
}

/**
 * The rights of a role once one of them is given or taken: all of them need the first, to see records.
 *
 * @param held       Capabilities.
 * @param capability Which.
 * @param isGiven    Whether it is given.
 */
export function withRight( held: string[], capability: string, isGiven: boolean ): string[] {
	if ( ! isGiven ) {
		return capability === VIEW ? [] : held.filter( ( other ) => other !== capability );
	}
	return [ ...new Set( [ VIEW, ...held, capability ] ) ];
}

/**
 * Whose records a role sees.
 *
 * @param held Capabilities.
 */
export function scopeInWords( held: string[] ): string {
	if ( ! held.includes( VIEW ) ) {
		return __( 'No access to the CRM', 'carnet-crm' );
	}
	return held.includes( 'carnet_others' )
		? __( 'Sees everybody’s records', 'carnet-crm' )
		: __( 'Sees only their own records', 'carnet-crm' );
}
