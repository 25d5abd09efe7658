import { Button, Notice, RadioControl } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { focusHeading } from '../app/focus-heading';
import { entityConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { useWords } from '../history/use-words';
import type { Noun } from '../records/noun';
import { differences, firstChoice } from './merge-conflict';

interface ConflictFormProps {
	noun: Noun;
	/** The record as it was when the person began. */
	base: CrmRecord;
	mine: CrmRecord;
	theirs: CrmRecord;
	/** The changes to go on with, from their state. */
	onChoose: ( changes: Record< string, unknown > ) => void;
}

/**
 * Someone else saved first. Shows both values of every field that differs and lets the person choose; nothing is
 * written until they save.
 */
export function ConflictForm( { noun, base, mine, theirs, onChoose }: ConflictFormProps ) {
	const { fields } = entityConfig( noun.entity );
	const writable = fields.filter( ( { readonly } ) => ! readonly );
	const found = differences(
		base,
		mine,
		theirs,
		writable.map( ( { id } ) => id )
	);
	const [ choice, setChoice ] = useState( () => firstChoice( base, found ) );
	const compared = [
		...found.map( ( { field, mine: value } ) => ( { field, value } ) ),
		...found.map( ( { field, theirs: value } ) => ( { field, value } ) ),
	];
	const inWords = useWords( noun.entity, compared, theirs.currency );
	const heading = useRef< HTMLHeadingElement >( null );
	useEffect( () => heading.current?.focus(), [] );
	const labelOf = ( id: string ) => writable.find( ( field ) => field.id === id )?.label ?? id;
	const shown = ( field: string, value: unknown ) => inWords( field, value ) || __( '(empty)', 'carnet-crm' );

	return (
		<form
			className="carnet-conflict"
			onSubmit={ ( event ) => {
				event.preventDefault();
				onChoose(
					Object.fromEntries(
						found
							.filter( ( { field } ) => choice[ field ] === 'mine' )
							.map( ( { field, mine: value } ) => [ field, value ] )
					)
				);
				focusHeading();
			} }
		>
			<h2 ref={ heading } tabIndex={ -1 }>
				{ __( 'Someone else saved this record first', 'carnet-crm' ) }
			</h2>
			<Notice status="warning" isDismissible={ false }>
				{ __( 'Nothing is lost: choose for each field which value to go on with, then save.', 'carnet-crm' ) }
			</Notice>
			{ found.map( ( { field, mine: my, theirs: their, isContested } ) => (
				<RadioControl
					key={ field }
					label={ labelOf( field ) }
					help={ isContested ? __( 'You both changed this field.', 'carnet-crm' ) : '' }
					selected={ choice[ field ] ?? 'mine' }
					options={ [
						{
							value: 'mine',
							label: sprintf(
								/* translators: %s: value of a field. */
								__( 'Yours: %s', 'carnet-crm' ),
								shown( field, my )
							),
						},
						{
							value: 'theirs',
							label: sprintf(
								/* translators: %s: value of a field. */
								__( 'Saved: %s', 'carnet-crm' ),
								shown( field, their )
							),
						},
					] }
					onChange={ ( value ) =>
						setChoice( {
							...choice,
							[ field ]: value === 'mine' ? 'mine' : 'theirs',
						} )
					}
				/>
			) ) }
			<Button __next40pxDefaultSize variant="primary" type="submit">
				{ __( 'Go on with these values', 'carnet-crm' ) }
			</Button>
		</form>
	);
}
