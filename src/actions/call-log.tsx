import { Button } from '@wordpress/components';
import { DataForm } from '@wordpress/dataviews';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { today } from '../entities/days';
import type { CrmRecord } from '../entities/record';
import { nounOf } from '../nouns';
import { useFormFields } from '../records/form-fields';
import type { Noun } from '../records/noun';
import { useSave } from '../records/use-save';
import { keepFocus } from '../shared/keep-focus';
import { useKeepFocus } from '../shared/use-keep-focus';
import { useNotify } from '../shared/use-notify';

const NOTHING: CrmRecord = { id: 0, version: 0 };
const FIELDS = [ 'contact_id', 'title', 'note' ];

function CallForm( { noun, onDone }: { noun: Noun; onDone: () => void } ) {
	const fields = useFormFields( noun );
	const [ values, setValues ] = useState( NOTHING );
	const { save, isSaving } = useSave( noun, useNotify().failed );
	const form = useRef< HTMLFormElement >( null );
	useEffect( () => keepFocus( form.current?.querySelector( 'input' ) ), [] );
	const log = async ( type: string ) => {
		const { id, version, ...typed } = values;
		if ( await save( NOTHING, { ...typed, type, date: today(), status: 'done' } ) ) {
			onDone();
		}
	};
	return (
		<form
			ref={ form }
			className="carnet-quick carnet-form__section"
			onSubmit={ ( event ) => {
				event.preventDefault();
				void log( 'call_out' );
			} }
		>
			<DataForm< CrmRecord >
				data={ values }
				fields={ fields }
				form={ { fields: FIELDS } }
				onChange={ ( edits ) => setValues( { ...values, ...edits } ) }
			/>
			<div className="carnet-buttons">
				<Button
					__next40pxDefaultSize
					variant="primary"
					type="submit"
					disabled={ isSaving }
					accessibleWhenDisabled
				>
					{ __( 'I called', 'carnet-crm' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					variant="secondary"
					disabled={ isSaving }
					accessibleWhenDisabled
					onClick={ () => log( 'call_in' ) }
				>
					{ __( 'They called', 'carnet-crm' ) }
				</Button>
				<Button __next40pxDefaultSize variant="tertiary" onClick={ onDone }>
					{ __( 'Cancel', 'carnet-crm' ) }
				</Button>
			</div>
		</form>
	);
}

/**
 * Logs a call that has just ended: with whom, about what, what was said. The rest is known.
 */
export function CallLog() {
	const [ isOpen, setIsOpen ] = useState( false );
	const opener = useRef< HTMLButtonElement >( null );
	const keepFocusAt = useKeepFocus();
	const noun = nounOf( 'action' );
	if ( ! noun ) {
		return null;
	}
	const close = () => {
		setIsOpen( false );
		keepFocusAt( () => opener.current );
	};
	return isOpen ? (
		<CallForm noun={ noun } onDone={ close } />
	) : (
		<Button
			ref={ opener }
			__next40pxDefaultSize
			className="carnet-quick__open"
			variant="secondary"
			onClick={ () => setIsOpen( true ) }
		>
			{ __( 'Log a past call', 'carnet-crm' ) }
		</Button>
	);
}
