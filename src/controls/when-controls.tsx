import { TextControl } from '@wordpress/components';
import { dateI18n } from '@wordpress/date';
import type { DataFormControlProps } from '@wordpress/dataviews';
import { localToInstant } from '../entities/days';
import type { CrmRecord } from '../entities/record';
import { FieldError } from './field-error';

type Props = DataFormControlProps< CrmRecord >;

interface WhenInputProps extends Props {
	type: 'date' | 'time' | 'datetime-local';
	read: ( value: string ) => string;
	write: ( typed: string ) => string | null;
}

function WhenInput( { data, field, onChange, validity, type, read, write }: WhenInputProps ) {
	const value = data[ field.id ];
	return (
		<FieldError message={ validity?.custom?.message ?? validity?.required?.message }>
			<TextControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				type={ type }
				label={ field.label }
				required={ Boolean( field.isValid.required ) }
				value={ value ? read( String( value ) ) : '' }
				onChange={ ( typed ) => onChange( { [ field.id ]: typed ? write( typed ) : null } ) }
			/>
		</FieldError>
	);
}

const asIs = ( value: string ) => value;

/** A calendar day, by the browser's own control: typed in the reader's order, or picked. */
export function DateControl( props: Props ) {
	return <WhenInput { ...props } type="date" read={ asIs } write={ asIs } />;
}

/** A time of day, `14:30`. */
export function TimeControl( props: Props ) {
	return <WhenInput { ...props } type="time" read={ ( value ) => value.slice( 0, 5 ) } write={ asIs } />;
}

/** An instant, shown and typed in the site's time zone, stored in UTC. */
export function InstantControl( props: Props ) {
	return (
		<WhenInput
			{ ...props }
			type="datetime-local"
			read={ ( value ) => dateI18n( 'Y-m-d\\TH:i', value ) }
			write={ localToInstant }
		/>
	);
}
