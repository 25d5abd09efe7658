import { __, _n, sprintf } from '@wordpress/i18n';

/** Minutes before a task is due that are offered. */
export const LEADS = [ 0, 15, 60, 1440, 10080 ];

/**
 * How long before the due time, in words.
 *
 * @param minutes Minutes.
 */
export function beforeInWords( minutes: number ): string {
	if ( minutes === 0 ) {
		return __( 'When it is due', 'carnet-crm' );
	}
	if ( minutes % 1440 === 0 ) {
		const days = minutes / 1440;
		/* translators: %d: number of days. */
		return sprintf( _n( '%d day before', '%d days before', days, 'carnet-crm' ), days );
	}
	if ( minutes % 60 === 0 ) {
		const hours = minutes / 60;
		/* translators: %d: number of hours. */
		return sprintf( _n( '%d hour before', '%d hours before', hours, 'carnet-crm' ), hours );
	}
	/* translators: %d: number of minutes. */
	return sprintf( _n( '%d minute before', '%d minutes before', minutes, 'carnet-crm' ), minutes );
}

/**
 * How a reminder arrives, in words.
 *
 * @param channel in_app or email.
 */
export function channelInWords( channel: string ): string {
	return channel === 'email' ? __( 'By email', 'carnet-crm' ) : __( 'In WordPress', 'carnet-crm' );
}
