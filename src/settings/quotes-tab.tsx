import { Button, Notice, Spinner, TextareaControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { boot } from '../entities/boot';
import { useUnsavedGuard } from '../router/use-unsaved-guard';
import { useSettings } from './use-settings';

/** What stands at the foot of every printed quote: company register, VAT number, terms of payment. */
export function QuotesTab() {
	const { settings, save, error, forget } = useSettings();
	const [ typed, setTyped ] = useState< string | null >( null );
	const [ isSaving, setIsSaving ] = useState( false );
	useUnsavedGuard( typed !== null );
	if ( ! settings ) {
		return error ? <Notice status="error">{ error.message }</Notice> : <Spinner />;
	}
	const submit = async () => {
		const lines = ( typed ?? '' )
			.split( '\n' )
			.map( ( line ) => line.trim() )
			.filter( Boolean );
		setIsSaving( true );
		if ( await save( { quotes: { ...settings.quotes, legal_lines: lines } } ) ) {
			// The sheet of this page shows them without a reload.
			boot().site.legal_lines = lines;
			setTyped( null );
		}
		setIsSaving( false );
	};
	return (
		<form
			className="carnet-form"
			onSubmit={ ( event ) => {
				event.preventDefault();
				void submit();
			} }
		>
			{ error && (
				<Notice status="error" onRemove={ forget }>
					{ error.message }
				</Notice>
			) }
			<section className="carnet-form__section">
				<h2>{ __( 'Legal lines', 'carnet-crm' ) }</h2>
				<TextareaControl
					__nextHasNoMarginBottom
					rows={ 5 }
					label={ __( 'At the foot of every quote', 'carnet-crm' ) }
					help={ __(
						'One line each, ten at most: company register, VAT number, terms of payment.',
						'carnet-crm'
					) }
					value={ typed ?? settings.quotes.legal_lines.join( '\n' ) }
					onChange={ setTyped }
				/>
			</section>
			<div className="carnet-form__foot">
				<Button
					__next40pxDefaultSize
					variant="primary"
					type="submit"
					isBusy={ isSaving }
					disabled={ isSaving || typed === null }
					accessibleWhenDisabled
				>
					{ __( 'Save', 'carnet-crm' ) }
				</Button>
			</div>
		</form>
	);
}
