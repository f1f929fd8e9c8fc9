# docker build -t citewatch . && docker run --rm -v "$PWD:/documents" citewatch check .
FROM python:3.12-slim AS build
WORKDIR /source
COPY pyproject.toml requirements.lock README.md LICENSE NOTICE ./
COPY docs/citewatch.1 docs/
COPY claims/ claims/
COPY spiders/ spiders/
COPY storage/ storage/
COPY reports/ reports/
COPY pipeline/ pipeline/
RUN python -m venv /opt/citewatch \
 && /opt/citewatch/bin/pip install --no-cache-dir --require-hashes -r requirements.lock \
 && /opt/citewatch/bin/pip install --no-cache-dir --no-deps . \
 && find /opt/citewatch -name '__pycache__' -prune -exec rm -rf {} +

FROM python:3.12-slim
RUN useradd --create-home --uid 10001 citewatch \
 && mkdir /documents && chown citewatch /documents
COPY --from=build /opt/citewatch /opt/citewatch
ENV PATH=/opt/citewatch/bin:$PATH DO_NOT_TRACK=1 PREFECT_SERVER_ANALYTICS_ENABLED=false
USER citewatch
WORKDIR /documents
ENTRYPOINT ["citewatch"]
CMD ["--help"]
