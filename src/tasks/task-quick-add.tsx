import { Button, TextControl } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { localToInstant } from '../entities/days';
import { nounOf } from '../nouns';
import type { Noun } from '../records/noun';
import { useSave } from '../records/use-save';
import { useNotify } from '../shared/use-notify';

const NEW = { id: 0, version: 0 };

function QuickAdd( { noun }: { noun: Noun } ) {
	const [ title, setTitle ] = useState( '' );
	const [ due, setDue ] = useState( '' );
	const form = useRef< HTMLFormElement >( null );
	const { save, isSaving } = useSave( noun, useNotify().failed );
	const add = async () => {
		const saved = await save( NEW, { title, due_at: due ? localToInstant( due ) : null } );
		if ( saved ) {
			setTitle( '' );
			// The next one can be typed at once.
			form.current?.querySelector( 'input' )?.focus();
		}
	};
	return (
		<form
			ref={ form }
			className="carnet-add carnet-quick"
			onSubmit={ ( event ) => {
				event.preventDefault();
				if ( title.trim() && ! isSaving ) {
					void add();
				}
			} }
		>
			<TextControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'New task', 'carnet-crm' ) }
				maxLength={ 200 }
				value={ title }
				onChange={ setTitle }
			/>
			<TextControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				type="datetime-local"
				label={ __( 'Due', 'carnet-crm' ) }
				value={ due }
				onChange={ setDue }
			/>
			<Button
				__next40pxDefaultSize
				variant="secondary"
				type="submit"
				disabled={ ! title.trim() || isSaving }
				accessibleWhenDisabled
			>
				{ __( 'Add', 'carnet-crm' ) }
			</Button>
		</form>
	);
}

/**
 * Adds a task in one line: what, and by when.
 */
export function TaskQuickAdd() {
	const noun = nounOf( 'task' );
	return noun ? <QuickAdd noun={ noun } /> : null;
}
