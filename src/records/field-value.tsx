import { __ } from '@wordpress/i18n';
import type { FieldConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { choicesOf } from '../shared/choices';
import { useConfig } from '../shared/config-context';
import { formatNumber } from '../shared/format-number';
import { Money } from '../shared/money';
import { Moment } from '../shared/moment';
import { Pill } from '../shared/pill';
import { TagList } from '../shared/tag-list';
import { recordLink } from './screen-address';

interface FieldValueProps {
	field: FieldConfig;
	record: CrmRecord;
}

/** `account_id` comes with `account_name`, and `account_trashed` where that is so. */
function LinkedRecord( { field, record }: FieldValueProps ) {
	const parent = field.id.replace( /_id$/, '' );
	const name = record[ `${ parent }_name` ];
	const id = Number( record[ field.id ] );
	if ( ! id || ! name || ! field.relation ) {
		return null;
	}
	if ( record[ `${ parent }_trashed` ] ) {
		return (
			<span className="carnet-borrowed">
				{ String( name ) } { __( '(in the trash)', 'carnet-crm' ) }
			</span>
		);
	}
	return <a href={ recordLink( field.relation, { id } ) }>{ String( name ) }</a>;
}

function OwnerName( { field, record }: FieldValueProps ) {
	const { config } = useConfig();
	const id = record[ field.id ];
	const person = config.people.find( ( candidate ) => candidate.id === id );
	const sent = field.id === 'owner_id' ? record.owner_name : null;
	return <>{ sent ?? person?.name ?? null }</>;
}

function ChoiceLabel( { field, record }: FieldValueProps ) {
	const { config } = useConfig();
	const value = record[ field.id ];
	const choice = choicesOf( field, config ).find( ( candidate ) => candidate.value === value );
	return field.kind === 'country' ? (
		<>{ choice?.label ?? String( value ) }</>
	) : (
		<Pill label={ choice?.label ?? String( value ) } color={ choice?.color } />
	);
}

/** A link to the web, shown short. Anything else than http(s), however it got here, is only text. */
function WebAddress( { url }: { url: string } ) {
	return /^https?:\/\//i.test( url ) ? (
		<a href={ url } target="_blank" rel="noreferrer">
			{ url.replace( /^https?:\/\/(www\.)?|\/$/gi, '' ) }
		</a>
	) : (
		<>{ url }</>
	);
}

/**
 * A value as a person reads it, by its kind. The same in lists, records and read-only forms.
 */
export function FieldValue( { field, record }: FieldValueProps ) {
	const value = record[ field.id ];
	if ( value === null || value === undefined || value === '' ) {
		return null;
	}
	switch ( field.kind ) {
		case 'relation':
			return <LinkedRecord field={ field } record={ record } />;
		case 'owner':
			return <OwnerName field={ field } record={ record } />;
		case 'choice':
		case 'country':
			return <ChoiceLabel field={ field } record={ record } />;
		case 'tags':
			return <TagList ids={ value as number[] } />;
		case 'date':
		case 'datetime':
			return <Moment value={ String( value ) } />;
		case 'boolean':
			return <>{ value ? __( 'Yes', 'carnet-crm' ) : __( 'No', 'carnet-crm' ) }</>;
		case 'integer':
			return <>{ field.id === 'id' ? value : formatNumber( Number( value ) ) }</>;
		case 'money':
			return <Money minor={ Number( value ) } currency={ String( record.currency ?? '' ) } />;
		case 'array':
			return null;
		case 'email':
			return <a href={ `mailto:${ value }` }>{ String( value ) }</a>;
		case 'telephone':
			return <a href={ `tel:${ String( value ).replace( /[^\d+]/g, '' ) }` }>{ String( value ) }</a>;
		case 'url':
			return <WebAddress url={ String( value ) } />;
		default:
			return <>{ String( value ) }</>;
	}
}
