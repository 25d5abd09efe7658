import { Button, SelectControl } from '@wordpress/components';
import type { DataFormControlProps } from '@wordpress/dataviews';
import { __, sprintf } from '@wordpress/i18n';
import { closeSmall } from '@wordpress/icons';
import type { CrmRecord } from '../entities/record';
import { beforeInWords, channelInWords, LEADS } from './reminder-words';

interface Reminder {
	minutes_before: number;
	channel: string;
}

const MOST = 5;

function remindersOf( record: CrmRecord ): Reminder[] {
	return Array.isArray( record.reminders ) ? record.reminders : [];
}

/**
 * When and how the owner of a task is reminded, up to five times.
 */
export function RemindersControl( { data, onChange, validity }: DataFormControlProps< CrmRecord > ) {
	const reminders = remindersOf( data );
	const change = ( next: Reminder[] ) => onChange( { reminders: next } );
	const edit = ( index: number, edits: Partial< Reminder > ) =>
		change( reminders.map( ( each, i ) => ( i === index ? { ...each, ...edits } : each ) ) );
	const message = validity?.custom?.message ?? validity?.required?.message;
	return (
		<div className="carnet-reminders">
			{ reminders.map( ( { minutes_before: minutes, channel }, index ) => (
				<fieldset key={ index } className="carnet-add">
					<legend className="screen-reader-text">
						{ sprintf(
							/* translators: %d: number of a reminder. */
							__( 'Reminder %d', 'carnet-crm' ),
							index + 1
						) }
					</legend>
					<SelectControl
						// DataViews' copy of the components in the form counts its ids apart from this one's.
						id={ `carnet-reminder-${ index }-when` }
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'When', 'carnet-crm' ) }
						value={ String( minutes ) }
						options={ [ ...new Set( [ ...LEADS, minutes ] ) ].map( ( lead ) => ( {
							value: String( lead ),
							label: beforeInWords( lead ),
						} ) ) }
						onChange={ ( value ) => edit( index, { minutes_before: Number( value ) } ) }
					/>
					<SelectControl
						id={ `carnet-reminder-${ index }-how` }
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'How', 'carnet-crm' ) }
						value={ channel }
						options={ [ 'in_app', 'email' ].map( ( value ) => ( {
							value,
							label: channelInWords( value ),
						} ) ) }
						onChange={ ( value ) => edit( index, { channel: value } ) }
					/>
					<Button
						__next40pxDefaultSize
						icon={ closeSmall }
						label={ __( 'Remove this reminder', 'carnet-crm' ) }
						onClick={ () => change( reminders.filter( ( _, i ) => i !== index ) ) }
					/>
				</fieldset>
			) ) }
			{ message && (
				<p className="carnet-field-error" role="alert">
					{ message }
				</p>
			) }
			<Button
				__next40pxDefaultSize
				variant="secondary"
				disabled={ reminders.length >= MOST }
				accessibleWhenDisabled
				onClick={ () =>
					change( [ ...reminders, { minutes_before: reminders.length ? 60 : 0, channel: 'in_app' } ] )
				}
			>
				{ __( 'Add reminder', 'carnet-crm' ) }
			</Button>
		</div>
	);
}

/** The reminders of a task, to read. */
export function ReminderList( { record }: { record: CrmRecord } ) {
	return (
		<ul>
			{ remindersOf( record ).map( ( { minutes_before: minutes, channel }, index ) => (
				<li key={ index }>
					{ beforeInWords( minutes ) }, { channelInWords( channel ) }
				</li>
			) ) }
		</ul>
	);
}
