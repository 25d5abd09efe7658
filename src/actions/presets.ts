import { __ } from '@wordpress/i18n';
import { shiftDay, today } from '../entities/days';
import type { Preset } from '../records/noun';

/** What is most often added: what happens now, and what is to happen next. */
export function actionPresets(): Preset[] {
	const followUp = ( label: string, weeks: number ): Preset => ( {
		label,
		values: {
			type: 'call_out',
			title: __( 'Follow-up', 'carnet-crm' ),
			date: shiftDay( today(), weeks, 'weeks' ),
		},
	} );
	return [
		{ label: __( 'Outgoing call', 'carnet-crm' ), values: { type: 'call_out' } },
		{ label: __( 'Incoming call', 'carnet-crm' ), values: { type: 'call_in' } },
		{ label: __( 'Email', 'carnet-crm' ), values: { type: 'email_out' } },
		{ label: __( 'Meeting', 'carnet-crm' ), values: { type: 'meeting' } },
		followUp( __( 'Follow-up in one week', 'carnet-crm' ), 1 ),
		followUp( __( 'Follow-up in two weeks', 'carnet-crm' ), 2 ),
	];
}
