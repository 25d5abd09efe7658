import { SelectControl, TextareaControl, TextControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { today } from '../entities/days';
import { boot } from '../entities/boot';
import { SaveFoot } from './save-foot';
import { SettingsMissing, SettingsNotice } from './settings-notice';
import { useEditedSettings } from './use-edited-settings';
import type { Settings } from './use-settings';

const DIGITS = [ 3, 4, 5, 6, 7, 8 ];

/** The lines that hold something. */
function linesOf( { legal_lines: lines }: Settings[ 'quotes' ] ): string[] {
	return lines.map( ( line ) => line.trim() ).filter( Boolean );
}

/** What stands on quotes: their number, and at the foot the company register, VAT number, terms of payment. */
export function QuotesTab() {
	const { settings, edit, submit, isDirty, isSaving, error, forget } = useEditedSettings();
	if ( ! settings ) {
		return <SettingsMissing error={ error } />;
	}
	const { quotes } = settings;
	const set = ( changes: Partial< Settings[ 'quotes' ] > ) => edit( { quotes: { ...quotes, ...changes } } );
	const save = async () => {
		const lines = linesOf( quotes );
		if ( await submit( () => ( { quotes: { ...quotes, legal_lines: lines } } ) ) ) {
			// The sheet of this page shows them without a reload.
			boot().site.legal_lines = lines;
		}
	};
	return (
		<>
			<SettingsNotice error={ error } onRemove={ forget } />
			<div className="carnet-form">
				<section className="carnet-form__section">
					<h2>{ __( 'Numbers of new quotes', 'carnet-crm' ) }</h2>
					<p>
						{ sprintf(
							/* translators: %s: number of a quote, such as Q-2026-0001. */
							__(
								'They look like %s. Quotes keep the number they have; the count of the year goes on.',
								'carnet-crm'
							),
							`${ quotes.prefix }-${ today().slice( 0, 4 ) }-${ '1'.padStart( quotes.digits, '0' ) }`
						) }
					</p>
					<div className="carnet-add">
						<TextControl
							__next40pxDefaultSize
							__nextHasNoMarginBottom
							label={ __( 'Prefix', 'carnet-crm' ) }
							help={
								/^[A-Z0-9-]{1,10}$/.test( quotes.prefix )
									? undefined
									: __( 'One to ten capital letters, digits or hyphens.', 'carnet-crm' )
							}
							maxLength={ 10 }
							value={ quotes.prefix }
							onChange={ ( prefix ) => set( { prefix: prefix.toUpperCase() } ) }
						/>
						<SelectControl
							__next40pxDefaultSize
							__nextHasNoMarginBottom
							label={ __( 'Digits', 'carnet-crm' ) }
							value={ String( quotes.digits ) }
							options={ DIGITS.map( String ).map( ( value ) => ( { value, label: value } ) ) }
							onChange={ ( digits ) => set( { digits: Number( digits ) } ) }
						/>
					</div>
				</section>
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
						value={ quotes.legal_lines.join( '\n' ) }
						onChange={ ( text ) => set( { legal_lines: text.split( '\n' ) } ) }
					/>
				</section>
			</div>
			<SaveFoot isSaving={ isSaving } canSave={ isDirty } onSave={ () => void save() } />
		</>
	);
}
