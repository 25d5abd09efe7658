import { CurrencyEditor } from './currency-editor';
import { toRate } from './rate';
import { SaveFoot } from './save-foot';
import { SettingsMissing, SettingsNotice } from './settings-notice';
import { TaxEditor } from './tax-editor';
import { useEditedSettings } from './use-edited-settings';

/** Currencies and taxes. */
export function MoneyTab() {
	const { settings, edit, submit, isDirty, isSaving, error, forget } = useEditedSettings();
	if ( ! settings ) {
		return <SettingsMissing error={ error } />;
	}
	const rates = settings.taxes.map( ( tax ) => toRate( tax.rate ) );
	return (
		<>
			<SettingsNotice error={ error } onRemove={ forget } />
			<div className="carnet-form">
				<CurrencyEditor
					currencies={ settings.currencies }
					chosen={ settings.default_currency }
					onChange={ edit }
				/>
				<TaxEditor taxes={ settings.taxes } chosen={ settings.default_tax } onChange={ edit } />
			</div>
			<SaveFoot
				isSaving={ isSaving }
				canSave={ isDirty && ! rates.includes( null ) }
				onSave={ () =>
					submit( ( edited ) => ( {
						...edited,
						...( edited.taxes && {
							taxes: edited.taxes.map( ( tax ) => ( { ...tax, rate: toRate( tax.rate ) ?? tax.rate } ) ),
						} ),
					} ) )
				}
			/>
		</>
	);
}
