import { Button, Notice } from '@wordpress/components';
import { flushSync, useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { isKeyboardEvent } from '@wordpress/keycodes';
import { ConflictForm } from '../conflict/conflict-form';
import { useHasPendingValues } from '../controls/pending-values';
import { errorsByField } from '../entities/api-error';
import { entityConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { holdMoves } from '../router/history';
import { useUnsavedGuard } from '../router/use-unsaved-guard';
import { useConfig } from '../shared/config-context';
import { steadyPress } from '../shared/steady-press';
import { checkValues } from './check-values';
import { DuplicateNotice } from './duplicate-notice';
import { withFollowUps } from './follow-ups';
import type { Noun } from './noun';
import { RecordForm } from './record-form';
import type { useDraft } from './use-draft';
import { useSave } from './use-save';

interface DetailsFormProps {
	noun: Noun;
	draft: ReturnType< typeof useDraft >;
	onSaved: ( record: CrmRecord ) => void;
}

/** Moves the focus to the first field with an error, once the errors are on the screen. */
function showErrors( form: HTMLFormElement | null ) {
	if ( form?.reportValidity() ) {
		form.querySelector< HTMLElement >( '[aria-invalid="true"]' )?.focus();
	}
}

/**
 * The form of a record: saves and stays, says beside each field what is wrong, and offers a way out when someone else
 * saved first or has the same e-mail address.
 */
export function DetailsForm( { noun, draft, onSaved }: DetailsFormProps ) {
	const form = useRef< HTMLFormElement >( null );
	const { save, isSaving, error, forget } = useSave( noun );
	const { base, changes, values, isDirty } = draft;
	const { fields } = entityConfig( noun.entity );
	const { config } = useConfig();
	const refused = error ? errorsByField( error ) : {};
	const wrong = { ...noun.check?.( values ), ...checkValues( fields, values ) };
	const [ isTried, setIsTried ] = useState( false );
	// A picker that is still to be filled in is said so when one saves; other controls say so when they are left.
	const untouched = isTried ? [] : fields.filter( ( { kind } ) => kind === 'relation' ).map( ( { id } ) => id );
	const shown = Object.fromEntries( Object.entries( wrong ).filter( ( [ id ] ) => ! untouched.includes( id ) ) );
	useUnsavedGuard( isDirty );

	useEffect( () => {
		// The notice of a duplicate takes the focus itself: it has the ways out.
		if ( error && error.code !== 'carnet_duplicate' ) {
			showErrors( form.current );
		}
	}, [ error ] );

	const hasPending = useHasPendingValues();
	const [ waiting, setWaiting ] = useState< Record< string, unknown > | null >( null );
	const submit = async ( extra: Record< string, unknown > = {} ) => {
		if ( hasPending ) {
			setWaiting( extra );
			return;
		}
		if ( isSaving || ( base.id > 0 && ! isDirty ) ) {
			return;
		}
		if ( Object.keys( wrong ).length ) {
			flushSync( () => setIsTried( true ) );
			showErrors( form.current );
			return;
		}
		const sent = base.id ? changes : newValues( values );
		const saved = await save( base, { ...sent, ...extra } );
		if ( saved ) {
			draft.reset( saved );
			holdMoves( false );
			onSaved( saved );
		}
	};
	const latestSubmit = useRef( submit );
	useEffect( () => {
		latestSubmit.current = submit;
	} );
	useEffect( () => {
		if ( waiting && ! hasPending ) {
			setWaiting( null );
			void latestSubmit.current( waiting );
		}
	}, [ waiting, hasPending ] );
	useEffect( () => {
		const onKey = ( event: KeyboardEvent ) => {
			if ( isKeyboardEvent.primary( event, 's' ) ) {
				event.preventDefault();
				void latestSubmit.current();
			}
		};
		document.addEventListener( 'keydown', onKey );
		return () => document.removeEventListener( 'keydown', onKey );
	}, [] );

	const theirs = error?.data?.current;
	if ( error?.data?.status === 412 && theirs ) {
		return (
			<ConflictForm
				noun={ noun }
				base={ base }
				mine={ values }
				theirs={ theirs as CrmRecord }
				onChoose={ ( chosen ) => {
					forget();
					draft.reset( theirs as CrmRecord, chosen );
				} }
			/>
		);
	}
	const isDuplicate = error?.code === 'carnet_duplicate';
	return (
		<form
			ref={ form }
			noValidate
			onSubmit={ ( event ) => {
				event.preventDefault();
				void submit();
			} }
		>
			{ isDuplicate && (
				<DuplicateNotice
					noun={ noun }
					error={ error }
					onSaveAnyway={ () => submit( { allow_duplicate: true } ) }
				/>
			) }
			{ error && ! isDuplicate && (
				<Notice status="error" isDismissible={ false }>
					{ error.message }
				</Notice>
			) }
			<RecordForm
				noun={ noun }
				values={ values }
				errors={ { ...refused, ...shown } }
				onChange={ ( edits ) => {
					draft.change( withFollowUps( noun, values, edits, config ) );
					forget();
				} }
			/>
			<div className="carnet-form__foot">
				<Button
					{ ...steadyPress }
					__next40pxDefaultSize
					variant="primary"
					type="submit"
					isBusy={ isSaving || waiting !== null }
					disabled={ isSaving || ( base.id > 0 && ! isDirty ) }
					accessibleWhenDisabled
				>
					{ __( 'Save', 'carnet-crm' ) }
				</Button>
				{ isDirty && base.id > 0 && (
					<Button
						__next40pxDefaultSize
						variant="tertiary"
						onClick={ () => {
							draft.reset();
							forget();
						} }
					>
						{ __( 'Discard changes', 'carnet-crm' ) }
					</Button>
				) }
			</div>
		</form>
	);
}

/** A new record is sent whole: what it starts with counts as much as what was typed. */
function newValues( { id, version, ...values }: CrmRecord ) {
	return values;
}
